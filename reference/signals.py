"""How the apps below tell those above that evidence changed, without knowing them."""

from django.dispatch import Signal

# Sent inside the writing transaction. `sender`: the model; `records`: those written, or None.
evidence_changed = Signal()
