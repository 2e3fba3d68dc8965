"""Work that takes a while: how far it is, the time that the rest may take, and stopping it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

AT_FIRST = 1.0
"""Seconds that work has to take before anybody is told of it."""

SURE, SURE_SHARE = 2.0, 0.03
"""Seconds and share from which on the time left can be told at all."""


class Work:
    """Something under way, called ``doing`` ("Adding files"), of which ``total`` steps are to be made; 0 is not known.

    ``owner`` is what it belongs to, None for the whole program; ``counted`` is what the steps are called where they are
    of interest; it is told of once it has taken ``after`` seconds.
    """

    def __init__(
        self,
        doing: str,
        total: float = 1.0,
        *,
        owner: object = None,
        counted: str = "",
        after: float = AT_FIRST,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.doing = doing
        self.owner = owner
        self.stopped = False
        self._total = total
        self._done = 0.0
        self._stop: Callable[[], object] | None = None
        self._counted = counted
        self._after = after
        self._clock = clock
        self._begun = clock()
        self._told: tuple[float, float] | None = None

    def stops_by(self, stop: Callable[[], object] | None) -> None:
        """It is stopped by calling ``stop``; with None not any more."""
        self._stop = stop

    def at(self, done: float) -> None:
        """It has come so far, of the total."""
        self._done = min(max(done, self._done), self._total)
        now = self._clock()
        if now - self._begun >= SURE and self.share >= SURE_SHARE:
            seconds = (now - self._begun) / self.share * (1 - self.share)
            if self._told is not None:
                seconds = min(seconds, 2 * max(self._told[1], 1.0))
            self._told = now, seconds

    def step(self) -> None:
        """One step more is made."""
        self.at(self._done + 1)

    @property
    def done(self) -> float:
        """How much of the total is done."""
        return self._done

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self._done / self._total if self._total else 0.0

    @property
    def so_far(self) -> str:
        """How much of it is done, in words."""
        return f"{int(self._done):,} of {int(self._total):,} {self._counted}" if self._counted else f"{self.share:.0%}"

    @property
    def shown(self) -> bool:
        """Whether it has taken long enough to be told of."""
        return self._clock() - self._begun >= self._after

    @property
    def can_stop(self) -> bool:
        """Whether it can be stopped, and is not being stopped already."""
        return self._stop is not None and not self.stopped

    @property
    def left(self) -> float | None:
        """Seconds that the rest may take; None while that cannot be told.

        From one step to the next it never grows by more than double: one long step says little of all others.
        """
        if self._told is None:
            return None
        at, seconds = self._told
        return max(0.0, seconds - (self._clock() - at))

    def stop(self) -> None:
        """Stop it, where it can be: what is done of it stays, whole."""
        if self._stop is not None and not self.stopped:
            self.stopped = True
            self._stop()

    def __str__(self) -> str:
        if self.stopped:
            return f"{self.doing}: stopping …"
        if not self._total:
            return f"{self.doing} · {clock_time(self._clock() - self._begun)}"
        left = self.left
        return f"{self.doing}: {self.so_far}" + (f" · {clock_time(left)} left" if left is not None else "")


class Works:
    """All that is under way; whoever shows it is woken when there is more."""

    def __init__(self) -> None:
        self._works: list[Work] = []
        self._listeners: list[Callable[[], None]] = []

    def __bool__(self) -> bool:
        return bool(self._works)

    @contextmanager
    def doing(self, work: Work) -> Iterator[Work]:
        """Count ``work`` among what is under way for as long as what is inside takes."""
        self._works.append(work)
        for wake in list(self._listeners):
            wake()
        try:
            yield work
        finally:
            self._works.remove(work)

    def of(self, owner: object) -> Work | None:
        """What is to be told of to one who looks at ``owner``: its own, else the program's, the last begun first."""
        ours = [work for work in self._works if work.owner is owner] if owner is not None else []
        return next((work for work in reversed([*self._all(), *ours]) if work.shown), None)

    def stop_all(self) -> list[str]:
        """Stop all that can be; return a line for each that is the program's: nobody else does that another time."""
        stopped = [work for work in self._works if work.can_stop]
        for work in stopped:
            work.stop()
        return [f"{work.doing} was stopped at {work.so_far}." for work in stopped if work.owner is None]

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have ``wake`` called whenever there is more under way; returns what ends that."""
        self._listeners.append(wake)
        return lambda: self._listeners.remove(wake)

    def _all(self) -> list[Work]:
        return [work for work in self._works if work.owner is None]


def works_of(app: object) -> Works:
    """All that is under way in ``app``; nothing where it counts none."""
    works = getattr(app, "works", None)
    return works if isinstance(works, Works) else Works()


def clock_time(seconds: float) -> str:
    """Seconds as 0:07, 12:30 or 1:02:03."""
    whole = max(1, round(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
