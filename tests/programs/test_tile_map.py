from itertools import chain

import pytest

from programs.tile_map import tiles
from tests.factories import StateFactory


def states(*codes):
    places = [(row, column) for row in range(8) for column in range(12)]
    return [
        StateFactory.build(code=code, name=f"State of {code}", tile_row=row, tile_column=column)
        for code, (row, column) in zip(codes, places, strict=False)
    ]


def tones(counts):
    return [tile.tone for tile in tiles(states(*counts), counts).tiles]


def test_a_tile_knows_its_state_and_how_many_are_there():
    [tile] = tiles(states("CA"), {"CA": 8}).tiles
    assert (tile.code, tile.name, tile.count) == ("CA", "State of CA", 8)


def test_a_state_that_is_not_counted_has_none():
    _california, nevada = tiles(states("CA", "NV"), {"CA": 8}).tiles
    assert (nevada.count, nevada.tone) == (0, 0)


def test_a_count_of_a_state_that_is_not_drawn_still_sets_the_tones():
    assert tiles(states("CA"), {"CA": 1, "PR": 40}).tiles[0].tone == 1


def test_the_most_are_darkest_and_the_fewest_lightest():
    assert tones({"CA": 40, "NV": 1, "WA": 11, "OR": 21, "ID": 31, "UT": 0}) == [4, 1, 2, 3, 4, 0]


def test_more_is_never_lighter():
    for most in range(1, 60):
        shades = tones({f"{n:02}": n for n in range(most + 1)})
        assert shades == sorted(shades)
        assert shades[0] == 0 < shades[1]
        assert shades[-1] == min(4, most)


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 8, 39, 1000])
def test_the_key_tells_every_number_from_one_to_the_most_once(most):
    key = tiles(states("CA"), {"CA": most}).key
    assert list(chain(*(range(low, high + 1) for _tone, low, high in key))) == list(
        range(1, most + 1)
    )


def test_the_key_agrees_with_the_tiles():
    counts = {f"{n:02}": n for n in range(1, 40)}
    drawn = tiles(states(*counts), counts)
    ranges = {tone: range(low, high + 1) for tone, low, high in drawn.key}
    assert all(tile.count in ranges[tile.tone] for tile in drawn.tiles)


def test_a_map_of_nothing_is_drawn_all_the_same():
    drawn = tiles(states("CA", "NV"), {})
    assert [tile.tone for tile in drawn.tiles] == [0, 0]
    assert drawn.key == []
    empty = tiles([], {})
    assert (empty.tiles, empty.width, empty.height) == ([], 44, 44)


def test_no_two_tiles_overlap_and_all_lie_on_the_map():
    drawn = tiles(states(*(f"{n:02}" for n in range(51))), {})
    corners = {(tile.x, tile.y) for tile in drawn.tiles}
    assert len(corners) == 51
    assert all(x + 41 < drawn.width and y + 41 < drawn.height for x, y in corners)


def test_the_words_of_a_tile_stand_inside_it():
    [_first, tile] = tiles(states("CA", "NV"), {}).tiles
    assert tile.x < tile.middle < tile.x + 41
    assert tile.y < tile.code_line < tile.count_line < tile.y + 41


@pytest.mark.parametrize(
    ("counts", "code"),
    [({"CA": 8, "NV": 1}, "CA"), ({"CA": 8, "NV": 8}, None), ({"CA": 0, "NV": 0}, None)],
)
def test_one_state_leads_or_none(counts, code):
    leader = tiles(states(*counts), counts).leader
    assert (leader and leader.code) == code
