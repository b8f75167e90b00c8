"""Workers that are processes of other machines: those of a Dask cluster that runs already."""

import logging
import pickle
import re
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, requires
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar
from urllib.parse import urlsplit

from generator.errors import DigestError
from generator.model import Problem
from generator.usage import Usage, own_usage
from generator.versions import code_key
from generator.workers.chunks import chunks, in_order

if TYPE_CHECKING:
    from distributed import Client, Future

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_OWN = "annotated-digest"
_MEND = "install the same on all machines"
_PATIENCE = 10.0
"""Seconds for a scheduler to answer, and between two looks whether any worker is left."""
_LONG = 60.0
"""Seconds without any worker after which none is waited for: one that died of its work is back in a few."""
_ONE_AT_A_TIME = threading.Lock()
"""Not all libraries may be used by several threads at once, as a worker of Dask has them."""


class Cluster:
    """The workers of a Dask cluster. One may die: its work is done by the others."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = _connected(address)
        self._used = Usage()
        self._alone_for = 0.0
        try:
            self._code = _code()
            self._check()
        except BaseException:
            self.close()
            raise

    def map(self, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        """The function's results, in the order of the things. Both must be picklable."""
        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        submit = partial(self._submit, function)
        try:
            for done in in_order(submit, chunks(things, self._workers()), self._workers):
                self._used = Usage(self._used.cpu + done.used.cpu, max(self._used.peak, done.used.peak))
                yield from done.results
        except KilledWorker:
            what = "one worker after the other dies of the same articles"
            self._fail(what, "look into their logs; they may want more memory")
        except (CancelledError, CommClosedError):
            self._fail("is gone", "look why the scheduler ended, and build again")
        except (_OtherCode, ImportError) as error:  # of a worker that came after the check
            self._fail(f"has a worker that cannot do this work ({error})", _MEND)

    def map_of(self, prepare: Callable[[A], B], function: Callable[[B], C], things: Sequence[A]) -> Iterator[C]:
        """The function's results for what this process prepares of the things, in their order."""
        return self.map(function, map(prepare, things))

    def usage(self) -> Usage:
        """What the workers have used for the function; what Dask itself has is not known."""
        return self._used

    def close(self) -> None:
        """Leaves the cluster, which goes on."""
        self._client.close()

    def _submit(self, function: Callable[[A], B], things: list[A]) -> "_Awaited[B]":
        # As bytes that are work when they are loaded: so the scheduler can keep them for another worker if one dies,
        # and need know nothing of this package.
        work = pickle.dumps(_Work(self._code, function, things), protocol=pickle.HIGHEST_PROTOCOL)
        return _Awaited(self._client.submit(pickle.loads, work, pure=False), self._lost)

    def _lost(self, seconds: float) -> None:
        """Raises DigestError where the cluster has had no worker for so long that there will hardly be one."""
        if self._client.nthreads():
            self._alone_for = 0.0
        else:
            self._alone_for += seconds
        if self._alone_for >= _LONG:
            self._fail("has no workers any more", "look why they ended, start some, and build again")

    def _workers(self) -> int:
        return len(self._client.nthreads()) or 1

    def _check(self) -> None:
        """Raises DigestError unless there are workers, and all of them have what this process has."""
        names = [_OWN, "python", "dask", "distributed", *_libraries()]
        found = self._client.get_versions(packages=names)
        here = {name: found["client"]["packages"][name] for name in names}
        if not found["workers"]:
            self._fail("has no workers", f"start some: dask worker {self._address}")
        for worker, versions in sorted(found["workers"].items()):
            for difference in differences(here, versions["packages"]):
                self._fail(f"{worker} {difference}", _MEND)
        for worker, code in sorted(self._client.run(_code, on_error="return").items()):
            if code != self._code:
                what = f"has other code of {_OWN}" if isinstance(code, bytes) else f"cannot use {_OWN} ({code})"
                self._fail(f"{worker} {what}", _MEND)

    def _fail(self, what: str, mend: str) -> NoReturn:
        raise DigestError(Problem("--cluster", self._address, what, mend))


class _Awaited(Generic[B]):
    """A result of the cluster that is on its way."""

    def __init__(self, future: "Future[_Done[B]]", waited: Callable[[float], None]) -> None:
        self._future = future
        self._waited = waited

    def result(self) -> "_Done[B]":
        """The result, once it is there."""
        while True:
            try:
                done: _Done[B] = self._future.result(timeout=_PATIENCE)
            except NotYet:
                self._waited(_PATIENCE)
            else:
                return done

    def cancel(self) -> None:
        """Does without the result."""
        self._future.cancel()


class _OtherCode(Exception):  # noqa: N818 - it says what is wrong
    """A worker has other code than whoever gives it the work."""


@dataclass(frozen=True, slots=True)
class _Done(Generic[B]):
    """What a worker has made of a chunk, and what it has used for that."""

    results: list[B]
    used: Usage


class _Work:
    """What is to be done with a chunk: whoever loads it from its pickled form gets the result."""

    def __init__(self, code: bytes, function: Callable[[A], B], things: list[A]) -> None:
        self._parts = code, function, things

    def __reduce__(self) -> tuple[object, ...]:
        return _done, self._parts


def _done(code: bytes, function: Callable[[A], B], things: list[A]) -> _Done[B]:
    if _code() != code:
        raise _OtherCode(f"it has other code of {_OWN}")
    with _ONE_AT_A_TIME:
        begun = time.thread_time()
        results = [function(thing) for thing in things]
        return _Done(results, Usage(time.thread_time() - begun, own_usage().peak))


def _connected(address: str) -> "Client":
    """A client of the scheduler at the address; DigestError where there is none."""
    if not _port(address):
        mend = "write HOST:PORT, such as 10.0.0.1:8786"
        raise DigestError(Problem("--cluster", "", f"{address!r} is no address", mend))
    try:
        import dask
        from distributed import Client
        from distributed.versions import VersionMismatchWarning
    except ImportError:
        mend = f"install it: pip install '{_OWN}[cluster]'"
        raise DigestError(Problem("--cluster", "", "needs Dask, which is not installed", mend)) from None
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})  # an article may be long
    for handler in logging.getLogger("distributed").handlers:
        handler.setLevel(logging.CRITICAL)  # what goes wrong is said by us, and once
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", VersionMismatchWarning)
            return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TypeError, ValueError) as error:
        what = f"no Dask scheduler answers at {address} ({error})"
        raise DigestError(Problem("--cluster", "", what, "start one: dask scheduler; or name another")) from None


def _port(address: str) -> int:
    try:
        return urlsplit(address if "://" in address else f"tcp://{address}").port or 0
    except ValueError:
        return 0


def differences(here: Mapping[str, str | None], there: Mapping[str, str | None]) -> Iterator[str]:
    """What a worker has that is not what this process has, given the versions of each."""
    for name, version in here.items():
        # Of Python, a release of the same minor version mends faults only.
        own, other = (_minor(each) if name == "python" else each for each in (version, there.get(name)))
        if own != other:
            yield f"has {name} {other}, here it is {own}" if other else f"has no {name}"


def _minor(version: str | None) -> str | None:
    return version and ".".join(version.split(".")[:2])


def _libraries() -> list[str]:
    """What this package asks for."""
    try:
        asked = requires(_OWN) or []
    except PackageNotFoundError:  # a checkout that is not installed
        return []
    return [re.split(r"[^\w.-]", each)[0] for each in asked if "extra ==" not in each]


def _code() -> bytes:
    return code_key(".")
