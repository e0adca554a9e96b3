"""One run of a program that may hang: started without a shell, given words, ended when it takes too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer, Signal


class Run(QObject):
    """Runs a program once. It tells how that ends, unless it was ended on purpose."""

    ended = Signal(bool)
    """It came to its end; True when it says that all was well."""
    line = Signal()
    """It said a line."""
    hung = Signal()
    """It took too long and was ended."""

    def __init__(self, program: str, arguments: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said = b""
        """What it said, up to a length that no list of voices has."""
        self._over = False
        self._since = QElapsedTimer()
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._too_long)
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments(list(arguments))
        # What it complains of is nobody's business; a pipe that nobody empties would hold it up.
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self, words: str | None = None, *, limit_ms: int, more: bool = False) -> None:
        """Start it with words for its standard input; without `more`, that ends with them."""
        self._process.start()
        self.tell(words or "", limit_ms=limit_ms)
        if not more:
            self._process.closeWriteChannel()

    def tell(self, words: str, *, limit_ms: int) -> None:
        """Give it words, and so much time for them."""
        self._since.start()
        self._limit.start(limit_ms)
        if words:
            self._process.write(words.encode())

    def seconds(self) -> float:
        """Give how long it has been at it since it was last given words."""
        return self._since.elapsed() / 1000

    def end(self) -> None:
        """End it at once, and hear no more of it."""
        self._over = True
        self._limit.stop()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.kill()

    def wait(self, milliseconds: int) -> None:
        """Wait until it is gone; for the end of the program, where nothing else may wait."""
        self._process.waitForFinished(milliseconds)

    def _read(self) -> None:
        said = bytes(self._process.readAllStandardOutput().data())
        self.said = (self.said + said)[: 1 << 20]
        for _ in range(said.count(b"\n")):
            if not self._over:
                self.line.emit()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if not self._over:
            self._over = True
            self.ended.emit(code == 0 and status == QProcess.ExitStatus.NormalExit)
        self.deleteLater()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # `finished` does not follow
            self._finished(1, QProcess.ExitStatus.CrashExit)

    def _too_long(self) -> None:
        if not self._over:
            self._over = True
            self._process.kill()
            self.hung.emit()
