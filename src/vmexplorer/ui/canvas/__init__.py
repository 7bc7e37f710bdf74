"""The diagram: painters for each part of the picture and the widget that shows it."""
