"""How the apps below tell those above that evidence changed, without knowing them."""

from django.dispatch import Signal

# Sent inside the writing transaction. `sender`: the model; `records`: those written, or None.
# Of an import `sender` is None; `tables`: the models it changed, or None where any may be.
evidence_changed = Signal()
