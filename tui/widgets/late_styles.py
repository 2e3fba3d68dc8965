"""Component classes that are styled when something is first drawn with them.

Textual styles all that a widget has each time that it styles the widget: of an article pane fifty, three times before
the first paint. Its release is pinned.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget

if TYPE_CHECKING:
    _Widget = Widget
else:
    # A mixin that were a node itself would hide the styles of the widget that it is mixed into.
    _Widget = object


class LateStyles(_Widget):
    """A widget with many component classes, of which few are on the screen. It stands in front of the widget's own."""

    LATE_CSS: ClassVar[str] = ""
    """Rules for these classes alone that are not read before they are: fifty take as long as half of a frame."""

    @classmethod
    def _get_component_classes(cls) -> frozenset[str]:  # type: ignore[override]  # theirs is cached
        return frozenset()  # there are none to style as yet

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Return the styles of component classes, one on top of the other. Raises KeyError where there is none such."""
        for name in names:
            if name not in self._component_styles:
                if name not in super()._get_component_classes():
                    raise KeyError(name)
                self._read_late_css()
                node = DOMNode(classes=name)
                node._attach(self)
                self.app.stylesheet.apply(node)
                self._component_styles[name] = node.styles
        return super().get_component_styles(*names)

    def _read_late_css(self) -> None:
        """Add it to the styles of the application, which read it when the next of them is asked for."""
        if self.LATE_CSS:
            whose = next(base for base in type(self).__mro__ if "LATE_CSS" in vars(base)).__name__
            self.app.stylesheet.add_source(self.LATE_CSS, ("", f"{whose}.LATE_CSS"), is_default_css=True, scope=whose)

    def notify_style_update(self) -> None:
        """The theme may be another."""
        super().notify_style_update()
        self._component_styles.clear()
