"""Distances on the sphere."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.digest.gazetteer import Entry
from sayso.model import Place

EARTH_KM = 6371.0


def kilometres(one: Entry | Place, other: Entry | Place) -> float:
    """Great-circle distance."""
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def radians_of(entries: Sequence[Entry]) -> npt.NDArray[np.float64]:
    """Latitude and longitude in radians, one row for each entry."""
    return np.radians(np.array([(entry.lat, entry.lon) for entry in entries], dtype=np.float64).reshape(-1, 2))
