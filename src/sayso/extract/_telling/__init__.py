"""Which words tell an event, and the telling in the making."""
