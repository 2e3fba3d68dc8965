"""What parts of the application, of a screen and of a widget are built on, which only all together are one.

For each class that is a node Textual goes over all that it inherits: the fifty parts that there are before the first
paint made up a tenth of the start. A part hears messages, which is all that it is by itself; what holds for nodes,
such as keys, styles and component classes, stands where the parts come together.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen
    from textual.scroll_view import ScrollView

    AppPart = App[None]
    ScreenPart = Screen[None]
    ViewPart = ScrollView
else:
    from textual.message_pump import MessagePump

    AppPart = ScreenPart = ViewPart = MessagePump
