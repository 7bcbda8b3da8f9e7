//! The words around the method's own stand here: labels, invitations, questions.

use std::path::Path;

use super::shown;
use crate::model::catalogue::Lab;

pub const PROGRAM: &str = "Dessiner un labo";

pub const NAME_HINT: &str = "Nom du labo";
pub const NAME_LABEL: &str = "Nom du labo";

pub const FREE_NAME_LABEL: &str = "Nom de la rubrique libre";
pub const WRITE_HERE: &str = "Écrire ici…";
pub const ADD_FREE: &str = "Ajouter une rubrique";
pub const ADD: &str = "Ajouter";
pub const SHOW_HELP: &str = "Afficher l’aide";
pub const HIDE_HELP: &str = "Masquer l’aide";
pub const OPEN_CARD: &str = "ouvrir une fiche\u{a0}: cliquer, ou Entrée";
pub const OPEN: &str = "ouvrir";
pub const OPEN_AXIS: &str = "Cliquer\u{a0}: ouvrir en grand, écrire une note, noter un désaccord.";
pub const NOTE_MARK: &str = "note";
pub const DISAGREEMENT_MARK: &str = "désaccord";
pub const DISAGREEMENT: &str = "Désaccord assumé\u{a0}: ";

pub const OPTIONS: &str = "Déplacer ou retirer la rubrique";
pub const OPTION_OPEN: &str = "Ouvrir en grand";
pub const OPTION_BEFORE: &str = "Déplacer avant";
pub const OPTION_AFTER: &str = "Déplacer après";
pub const OPTION_REMOVE: &str = "Retirer la rubrique";

pub const CANCEL: &str = "Annuler";
pub const CLOSE: &str = "Fermer";
pub const SAVE: &str = "Enregistrer";
pub const DONT_SAVE: &str = "Ne pas enregistrer";
pub const LATER: &str = "Plus tard";
pub const RETRY: &str = "Réessayer";
pub const SAVE_ELSEWHERE: &str = "Enregistrer ailleurs…";
pub const OPEN_OTHER: &str = "Ouvrir un autre fichier…";
pub const OPTION_GO: &str = "Ouvrir";
pub const UNDERSTOOD: &str = "Compris";

pub const UNSAVED_CLOSE: &str = "Enregistrer avant de fermer\u{a0}?";
pub const UNSAVED_REPLACE: &str = "Enregistrer avant de passer à un autre labo\u{a0}?";
pub const UNSAVED_NEVER: &str = "Ce labo n’a pas encore de fichier.";
pub const UNSAVED_SOME: &str = "Les derniers changements ne sont pas encore dans le fichier.";
pub const UNSAVED_NOTES: &str =
    "Sans fichier, son déroulé et vos notes privées partiraient avec lui.";
pub const UNREAD_DATE: &str = "Une date ne se lit pas";
pub const CLOSE_WITHOUT: &str = "Fermer sans cette date";
pub const GO_WITHOUT: &str = "Continuer sans cette date";
pub const TO_DATE: &str = "Y revenir";
pub const SUCCESSOR_TITLE: &str = "Nouveau à partir de ce labo";
pub const SUCCESSOR_TEXT: &str = "Pour repartir dans un autre fichier, par exemple à un deuxième atelier. Avec les réponses, on repart de tout ce qui est écrit, sans les ateliers ni les prochaines étapes. Sans les réponses, on garde les titres des rubriques libres et la place donnée aux six labos.";
pub const WITH_ANSWERS: &str = "Avec les réponses";
pub const WITHOUT_ANSWERS: &str = "Sans les réponses";
pub const WAITING: &str = "Le choix du fichier se fait dans l’autre fenêtre.";
pub const GIVE_UP: &str = "Ne plus attendre";
pub const WAITING_MORE: &str = "Le canevas reprendra ici, tel quel, dès qu’elle sera fermée.";
pub const PATH_OPEN: &str = "Quel fichier ouvrir\u{a0}?";
pub const PATH_SAVE: &str = "Où enregistrer ce labo\u{a0}?";
pub const PATH_ORDER: &str = "Quel déroulé reprendre\u{a0}?";
pub const PATH_LABEL: &str = "Chemin du fichier";
pub const PATH_WHY: &str = "La fenêtre pour choisir un fichier ne s’ouvre pas sur cet ordinateur\u{a0}: écrire ici son chemin complet. Le signe «\u{a0}~\u{a0}» au début vaut pour votre dossier personnel.";
/// The extension of a design's file.
pub const FILE_EXTENSION: &str = "ron";
pub const FILE_KIND: &str = "Labo dessiné";
pub const OPEN_TITLE: &str = "Ouvrir un labo";
pub const SAVE_TITLE: &str = "Enregistrer le labo";

pub const REPLACE_TITLE: &str = "Remplacer ce fichier\u{a0}?";
pub const REPLACE: &str = "Remplacer";
pub const BROKEN_WHAT: &str = "Cette opération s’est arrêtée sans aboutir.";
pub const BROKEN_SAFE: &str = "Le labo reste ouvert, avec tous ses changements.";
pub const BROKEN_NEXT: &str = "Recommencez.";

pub const BROKEN_WRITE_WHAT: &str = "L’enregistrement s’est arrêté sans aboutir.";
pub const BROKEN_WRITE_NEXT: &str =
    "Enregistrez de nouveau, ou ailleurs par «\u{a0}Enregistrer sous…\u{a0}».";

pub const FINISHING_SHEET: &str = "Une feuille est en train d’être écrite.";
pub const FINISHING_FILE: &str = "L’enregistrement est en cours.";
pub const FINISHING_MORE: &str = "La fenêtre se fermera dès que ce sera fini.";
pub const CLOSE_NOW: &str = "Fermer sans attendre";
pub const STAY_OPEN: &str = "Rester ouvert";

pub const SHORTCUTS_TITLE: &str = "Raccourcis du clavier";
pub const ABOUT_TITLE: &str = "Dessiner un labo";
pub const ABOUT_TEXT: &str = "Un canevas pour dessiner à plusieurs un laboratoire d’innovation publique. Il fonctionne sans réseau\u{a0}: rien de ce qui est écrit ici ne quitte cet ordinateur.";
pub const ABOUT_LICENCE: &str = "Logiciel libre, licence MIT ou Apache 2.0. Caractères Atkinson Hyperlegible Next et Noto, licence SIL OFL.";

/// Where the log is, and what is not in it.
pub fn about_journal(folder: Option<&Path>) -> String {
    match folder {
        Some(folder) => format!(
            "Si quelque chose se passe mal, le journal aide à comprendre\u{a0}: ce que le programme a ouvert, enregistré, imprimé ou refusé depuis sept jours, sans un mot de ce qui est écrit ici ni un nom de fichier. Il est dans {}.",
            shown::path(folder)
        ),
        None => "Le journal du programme ne peut pas être tenu sur cet ordinateur\u{a0}: son dossier n’est pas accessible.".to_owned(),
    }
}

pub const UNSAVED_MARK: &str = "modifié";
pub const NEVER_SAVED: &str = "pas encore enregistré";
pub const UNTITLED: &str = "Labo sans nom";
pub const SAVING: &str = "Enregistrement…";

/// Between two remarks on one line.
pub const BETWEEN_REMARKS: &str = "\u{a0}; ";
pub const GONE_SAFE: &str = "C’était l’enregistrement du labo précédent, qui n’est plus ouvert\u{a0}; celui-ci n’est pas touché.";
/// « Ouvert, avec une remarque : »
pub fn warnings(count: usize) -> &'static str {
    if count == 1 {
        "Ouvert, avec une remarque\u{a0}:"
    } else {
        "Ouvert, avec des remarques\u{a0}:"
    }
}

pub const WARNINGS_SAFE: &str =
    "Rien n’est perdu\u{a0}: tout ce que contient le fichier sera réécrit tel quel.";

/// « 2 lignes de plus : ouvrir »; « 1 ligne de plus : ouvrir ».
pub fn hidden_lines(count: usize) -> String {
    let lines = if count == 1 { "ligne" } else { "lignes" };
    format!("{} {lines} de plus\u{a0}: ouvrir", thousands(count))
}

/// « limite atteinte : 20 000 caractères »
pub fn full(limit: usize) -> String {
    format!("limite atteinte\u{a0}: {} caractères", thousands(limit))
}

/// What a screen reader calls a card: « Capacitant, les capacités des agents, Isère, 2016 ».
pub fn card_name(lab: &Lab) -> String {
    let orientation = super::values::kind(lab);
    [&orientation, &lab.tagline, &lab.place, &lab.year].map(String::as_str).join(", ")
}

/// « Enregistré à 14 h 32 »
pub fn saved_at(hour: i8, minute: i8) -> String {
    let [hour, minute] = [hour, minute].map(|part| u32::from(part.unsigned_abs()));
    ["Enregistré à ", &super::dates::hour(hour * 60 + minute)].concat()
}

/// « Ouvert : Le labo des possibles »
pub fn opened(name: &str) -> String {
    let name = if name.trim().is_empty() { UNTITLED } else { name.trim() };
    format!("Ouvert\u{a0}: {name}")
}

/// « Thème sombre, choisi »
pub fn chosen(words: &str) -> String {
    [words, "choisi"].join(", ")
}

/// « 125 % »
pub fn zoom(zoom: f32) -> String {
    format!("{}\u{a0}%", (zoom * 100.0).round())
}

/// What is said when the help under the poles comes or goes.
pub fn help_shown(shown: bool) -> &'static str {
    if shown { "Aide sous les pôles affichée" } else { "Aide sous les pôles masquée" }
}

/// The window's title: « Le labo des possibles (modifié) · Dessiner un labo ».
pub fn window_title(name: &str, modified: bool) -> String {
    let name = if name.trim().is_empty() { UNTITLED } else { name.trim() };
    if modified {
        format!("{name} ({UNSAVED_MARK}) · {PROGRAM}")
    } else {
        format!("{name} · {PROGRAM}")
    }
}

/// « Gouvernance, texte »
pub fn field_text_label(title: &str) -> String {
    format!("{title}, texte")
}

/// « Gouvernance : ouvrir en grand »
pub fn field_title_label(title: &str) -> String {
    format!("{title}\u{a0}: ouvrir en grand")
}

pub(super) fn thousands(number: usize) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{}\u{a0}{:03}", thousands(number / 1000), number % 1000)
}

/// « 21 lignes de plus : 18 au-dessus, 3 en dessous »; « 3 lignes de plus, en dessous ».
pub fn lines_around(above: usize, below: usize) -> String {
    let lines = if above + below == 1 { "ligne" } else { "lignes" };
    let count = thousands(above + below);
    match (above, below) {
        (0, _) => format!("{count} {lines} de plus, en dessous"),
        (_, 0) => format!("{count} {lines} de plus, au-dessus"),
        _ => format!(
            "{count} {lines} de plus\u{a0}: {} au-dessus, {} en dessous",
            thousands(above),
            thousands(below)
        ),
    }
}

/// « Policy Participation Unit, Gand · 2003 »
pub fn name_and_year(lab: &Lab) -> String {
    [lab.name.as_str(), lab.year.as_str()].join(" · ")
}

/// « Le fichier « x.ron » existe déjà. »
pub fn replaces(name: &str) -> String {
    format!("Un fichier «\u{a0}{name}\u{a0}» est déjà là\u{a0}: le remplacer par ce labo\u{a0}?")
}

/// A dialog answered after the lab it was about had gone.
pub fn answered_too_late(path: &std::path::Path) -> super::Message {
    super::Message {
        what: format!("Rien n’a été écrit dans «\u{a0}{}\u{a0}».", super::shown::name(path)),
        safe: "La fenêtre de choix était celle d’un labo qui n’est plus ouvert\u{a0}; celui-ci n’est pas touché.".into(),
        next: String::new(),
    }
}

/// « et 4 remarques de plus »
pub fn more_remarks(count: usize) -> String {
    let remarks = if count == 1 { "remarque" } else { "remarques" };
    format!("et {} {remarks} de plus", thousands(count))
}
