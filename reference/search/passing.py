"""Words that visitors say in passing: what they ask for lies in the others."""

# what nobody looks for by itself; it is left alone where other words say more
_SOFT = """
a an to is are be on by from with or it this that there what which who where when why how much
many do does can should would will want need i my me we you your near about get make no not
without any some such if as program programs programme programmes degree degrees course courses
school schools
"""
SOFT = frozenset(_SOFT.split())

# {a wish for an order: the key of lists that gives it}
WISHES = {
    "cheap": "tuition",
    "cheaper": "tuition",
    "cheapest": "tuition",
    "affordable": "tuition",
    "inexpensive": "tuition",
    "best": "rank",
    "top": "rank",
}
