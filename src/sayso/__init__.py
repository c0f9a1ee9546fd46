"""sayso: on whose say-so?"""
