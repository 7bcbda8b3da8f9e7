//! When the window cannot even open, one of these sentences says so in a terminal.

/// No screen at all.
pub const NO_DISPLAY: &str = "La fenêtre n’a pas pu s’ouvrir\u{a0}: aucun écran n’est accessible d’ici\u{a0}; rien n’a été modifié, relancez le programme depuis une session graphique.";

/// A screen, but nothing to draw with.
pub const NO_OPENGL: &str = "La fenêtre n’a pas pu s’ouvrir\u{a0}: l’affichage OpenGL manque sur cet ordinateur\u{a0}; rien n’a été modifié, mettez à jour le pilote graphique ou essayez un autre poste.";

/// The program's own assets cannot be read.
pub const BROKEN: &str =
    "Le programme est abîmé\u{a0}: réinstallez-le\u{a0}; aucun fichier n’a été touché.";
