"""Work that takes a while: how far it is, the time left, and stopping it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.working import Work, Works, clock_time


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_is_told_once_something_is_known_of_it() -> None:
    clock = Clock()
    work = Work("Adding", 10, counted="files", clock=clock)
    assert not work.shown
    assert work.left is None
    clock.now = 4.0
    work.at(2)
    assert work.shown
    assert work.left == 16
    assert str(work) == "Adding: 2 of 10 files · 0:16 left"


def test_what_is_not_counted_is_told_in_percent_and_of_unknown_length_by_its_time() -> None:
    clock = Clock()
    work, unknown = Work("Reading", clock=clock), Work("Exporting", 0, clock=clock)
    clock.now = 1.0
    work.at(0.25)
    assert (str(work), str(unknown)) == ("Reading: 25%", "Exporting · 0:01")


@given(st.lists(st.floats(min_value=0.01, max_value=100), min_size=2, max_size=50))
def test_the_time_left_never_grows_by_more_than_double(steps: list[float]) -> None:
    clock = Clock()
    work = Work("Adding", len(steps), clock=clock)
    told: list[float] = []
    for seconds in steps:
        clock.now += seconds
        work.step()
        if work.left is not None:
            told.append(work.left)
    assert all(later <= 2 * max(earlier, 1.0) for earlier, later in pairwise(told))
    assert work.share == 1


def test_of_several_the_own_is_told_of_first_and_that_of_another_screen_not_at_all() -> None:
    works, clock, mine = Works(), Clock(), object()
    woken: list[int] = []
    deaf = works.listen(lambda: woken.append(1))
    with (
        works.doing(Work("Reading", owner=mine, clock=clock)) as reading,
        works.doing(Work("Adding", clock=clock)) as adding,
    ):
        assert works.of(mine) is None
        clock.now = 5.0
        assert works.of(mine) is reading
        assert works.of(object()) is adding
    deaf()
    with works.doing(Work("Exporting")):
        assert len(woken) == 2
    assert not works


def test_it_is_stopped_once_and_says_so() -> None:
    stops: list[int] = []
    work = Work("Adding", 3)
    work.stop()
    assert not work.stopped
    work.stops_by(lambda: stops.append(1))
    work.stop()
    work.stop()
    assert stops == [1]
    assert str(work) == "Adding: stopping …"


def test_of_all_that_is_stopped_at_the_end_that_is_told_which_was_the_program_s() -> None:
    works = Works()
    with (
        works.doing(Work("Reading", owner=object())) as reading,
        works.doing(Work("Adding", 3, counted="files")) as adding,
        works.doing(Work("Writing")) as writing,
    ):
        reading.stops_by(lambda: None)
        adding.stops_by(lambda: None)
        adding.step()
        assert works.stop_all() == ["Adding was stopped at 1 of 3 files."]
        assert (reading.stopped, adding.stopped, writing.stopped) == (True, True, False)
        assert works.stop_all() == []


def test_seconds_are_told_as_on_a_clock() -> None:
    assert [clock_time(seconds) for seconds in (0.2, 7, 750, 3723)] == ["0:01", "0:07", "12:30", "1:02:03"]
