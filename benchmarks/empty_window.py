"""The floor that start-up is measured against: an empty PySide6 window with nine labels, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget


def main() -> int:
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Empty window")
    grid = QGridLayout(window)
    for i in range(9):
        grid.addWidget(QLabel(f"This is label {i + 1}"), i // 3, i % 3)
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
