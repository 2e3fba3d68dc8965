"""The article pane: pure layout (flow, composing, setting, wrapping), what is drawn over it, and the caret."""
