"""A view of a slide's scene, filling its widget, with slides painted ahead.

A key reaches the projector's pixels fastest when the slide it leads to is a picture already. So a
view keeps pictures of the few scenes that are likely next, shows such a picture as it is, and goes
back to painting items as soon as the scene changes.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from rse_lessons.ui.slide.scene import SlideScene

SCENE_RECT = QRectF(0, 0, 1600, 900)
HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)
_NOTHING = 2
"""So many pixels beside a slide are not left over."""


class SlideView(QGraphicsView):
    """Shows one scene of 1600 x 900 units at a time, as large as fits, in the middle."""

    painted = Signal()
    """Something was painted."""

    def __init__(self, parent: QWidget | None = None, *, keep: int = 1) -> None:
        super().__init__(parent)
        self._keep = keep
        self._part = SCENE_RECT
        self._pictures: dict[QGraphicsScene, QPixmap] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(HINTS)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSceneRect(SCENE_RECT)

    def set_margin_colour(self, colour: QColor) -> None:
        """Colour what is left over when the widget is not 16:9."""
        self.setBackgroundBrush(colour)
        self._pictures.clear()
        self.viewport().update()

    def show_scene(self, scene: QGraphicsScene, *, now: bool = False) -> None:
        """Show a scene; `now` paints it before returning. One that is shown already stays as it is."""
        before = self.scene()
        if before is scene:
            return
        self.setScene(scene)
        if isinstance(before, SlideScene):
            before.left.disconnect(self._cover)
            before.let_go()
        if isinstance(scene, SlideScene):
            scene.left.connect(self._cover)
        if now:
            self.viewport().repaint()

    def _cover(self, area: QRectF) -> None:
        """Paint a part of the slide anew: what was there may be of a picture that Qt knows nothing of."""
        if not area.isEmpty():
            self.viewport().update(self.mapFromScene(area).boundingRect().adjusted(-2, -2, 2, 2))

    def show_part(self, part: QRectF) -> None:
        """Show a part of the slide as large as the slide itself; `SCENE_RECT` shows it whole again."""
        if part != self._part:
            self._part = part
            self._fit()

    def paint_ahead(self, scene: QGraphicsScene) -> None:
        """Keep a picture of a scene for the moment it is shown; the oldest picture goes."""
        if self._pictures.get(scene) is not None or not self.isVisible():
            return
        # A new scene is to be painted whole, as far as Qt knows, and heeds no smaller change until a view has
        # done so. This one will show the picture instead; asked while no view has it, Qt lets go of that.
        QCoreApplication.sendPostedEvents(scene, QEvent.Type.MetaCall)
        picture = self._paint(scene)
        while len(self._pictures) >= self._keep:
            self._forget(next(iter(self._pictures)))
        self._pictures[scene] = picture
        if isinstance(scene, SlideScene):
            scene.touched.connect(self._scene_changed)
        scene.destroyed.connect(lambda: self._pictures.pop(scene, None))

    def forget(self) -> None:
        """Drop every picture painted ahead."""
        for scene in list(self._pictures):
            self._forget(scene)

    def is_ready(self, scene: QGraphicsScene) -> bool:
        """Tell whether a picture of the scene waits."""
        return scene in self._pictures

    def _forget(self, scene: QGraphicsScene) -> None:
        if self._pictures.pop(scene, None) is not None and isinstance(scene, SlideScene):
            scene.touched.disconnect(self._scene_changed)

    def _scene_changed(self) -> None:
        scene = self.sender()
        if isinstance(scene, QGraphicsScene):
            self._forget(scene)

    def _paint(self, scene: QGraphicsScene) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        size = self.viewport().size()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.backgroundBrush().color())
        painter = QPainter(picture)
        painter.setRenderHints(HINTS)
        scene.render(painter, self._target(), SCENE_RECT, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.end()
        return picture

    def _target(self) -> QRectF:
        """Where the slide stands in the widget, in whole pixels, as the view itself would put it."""
        size = self.viewport().size()
        factor = min(size.width() / SCENE_RECT.width(), size.height() / SCENE_RECT.height())
        width, height = round(SCENE_RECT.width() * factor), round(SCENE_RECT.height() * factor)
        # A line of margin one pixel wide would be seen; a slide that much wider is not.
        width = size.width() if size.width() - width <= _NOTHING else width
        height = size.height() if size.height() - height <= _NOTHING else height
        left, top = int(size.width() // 2 - width / 2), int(size.height() // 2 - height / 2)
        return QRectF(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the slide anew."""
        super().resizeEvent(event)
        self.forget()
        self._fit()

    def _fit(self) -> None:
        # Not fitInView: it leaves two pixels round the slide, which pictures painted ahead do not have.
        place = self._target()
        wide, tall = place.width() / self._part.width(), place.height() / self._part.height()
        if wide > 0 and tall > 0:
            self.setTransform(QTransform.fromScale(wide, tall))
            # A part of the slide, and no more, also on a screen that is not 16:9.
            self.setSceneRect(self._part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture painted ahead, or paint the items."""
        picture = self._pictures.get(self.scene()) if self._part == SCENE_RECT else None
        if picture is None:
            super().paintEvent(event)
        else:
            painter = QPainter(self.viewport())
            painter.drawPixmap(0, 0, picture)
            painter.end()
        self.painted.emit()
