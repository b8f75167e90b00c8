"""Work for a cluster, in a module that its workers can import quickly."""


class Unlucky:
    """The last of the workers that died."""

    address = "tcp://10.0.0.1:1"


def double(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    raise ValueError(number)


def deadly(_: int) -> None:
    """What Dask says of work that several workers have died of."""
    from distributed import KilledWorker

    raise KilledWorker("work", Unlucky(), 3)


class Unsayable(Exception):  # noqa: N818 - it cannot be said
    """An error that cannot be sent to another process."""

    def __reduce__(self):
        raise TypeError(self)


def unsayable(_: int) -> None:
    raise Unsayable("broken")
