"""A tuition that a visitor sets in words: “under $15,000”, “less than 20k a year”."""

import re

LEAST, MOST = 1_000, 1_000_000  # “under 30” is of credits or of years

_BOUND = (
    "under|below|less than|lower than|cheaper than|up to|at most|no more than|not over|max|maximum"
)
_AMOUNT = r"(?P<sign>\$ ?)?(?P<amount>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d)?) ?(?P<k>k|thousand)?"
_PRICE = re.compile(
    r"(?:\b(?:with|for|of)\s+)?(?:\b(?:tuition|costs?|costing|prices?|priced|fees?)\s+)?"
    rf"\b(?:{_BOUND})\s+{_AMOUNT}(?![\w%]|[.,]\d)"
    r"(?:\s*(?:dollars?|usd|bucks)\b)?(?:\s+(?:an?|per|each)\s+(?:academic\s+)?year\b)?"
    r"(?:\s+(?:in\s+|of\s+)?(?:tuition|fees)\b)?(?!\s+(?:students|graduates|people|words)\b)",
    re.IGNORECASE,
)
_PAY = re.compile(r"\b(?:pay|pays|paid|paying|salar\w+|earn\w*|wages?|income)\b", re.IGNORECASE)


def without_price(text: str) -> tuple[str, int | None]:
    """(the text without the bound of tuition that it sets, that bound); of pay, it sets none."""
    found = _PRICE.search(text)
    if found is None or _PAY.search(text):
        return text, None
    amount = round(float(found["amount"].replace(",", "")) * (1_000 if found["k"] else 1))
    if not LEAST <= amount <= MOST:
        return text, None
    return f"{text[: found.start()]} {text[found.end() :]}", amount
