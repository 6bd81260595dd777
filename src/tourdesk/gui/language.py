"""The language of the window: the system's, or the one that was chosen in the menu."""

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from tourdesk.foundation.language import LANGUAGES, speak

SETTING = "window/language"
SYSTEM = "system"

NAMES = {"en": "English", "de": "Deutsch"}
"""Each language in its own words, so that who cannot read the window's finds the way back."""


def chosen_language(settings: QSettings) -> str:
    """One of `LANGUAGES`, or `SYSTEM`."""
    kept = str(settings.value(SETTING, SYSTEM))
    return kept if kept in LANGUAGES else SYSTEM


def install_language(app: QApplication, settings: QSettings) -> None:
    """Speak the chosen language, Qt's own dialogs, dates and numbers too; before a window is made."""
    chosen = chosen_language(settings)
    system = QLocale.system()
    # Clocks of twenty-four hours, as the running order has them, where the system says nothing else.
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    if chosen != SYSTEM:
        own = british if chosen == "en" else QLocale(chosen)
        locale = system if system.name().startswith(chosen) else own
    elif system.language() is QLocale.Language.C:
        # A machine that says no language: Qt's "C" would write dates like a log file.
        locale = british
    else:
        locale = system
    QLocale.setDefault(locale)
    spoken = chosen if chosen != SYSTEM else (system.uiLanguages() or ["en"])[0]
    speak(spoken)
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    if translator.load(
        QLocale(spoken), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(translator)
