//! The commands, and their keys, have their words here.

pub const FILE: &str = "Fichier";
pub const EDIT: &str = "Édition";
pub const DISPLAY: &str = "Affichage";
/// What concerns the room, and who leads.
pub const ROOM: &str = "Animer";
pub const HELP: &str = "Aide";

pub const NEW: &str = "Nouveau";
pub const SUCCESSOR: &str = "Nouveau à partir de ce labo…";
pub const OPEN: &str = "Ouvrir…";
pub const SAVE: &str = "Enregistrer";
pub const SAVE_AS: &str = "Enregistrer sous…";
pub const PRINT: &str = "Imprimer…";
pub const END_WORKSHOP: &str = "Terminer l’atelier";
pub const RESCUE_KIT: &str = "Trousse de secours";
pub const QUIT: &str = "Quitter";
pub const UNDO: &str = "Annuler";
pub const REDO: &str = "Rétablir";
pub const CUT: &str = "Couper";
pub const COPY: &str = "Copier";
pub const PASTE: &str = "Coller";
pub const SELECT_ALL: &str = "Tout sélectionner";
pub const ADD_FREE: &str = "Ajouter une rubrique";
pub const WORKSHOPS: &str = "L’atelier…";
pub const NEXT_STEPS: &str = super::around::NEXT_STEPS;
pub const STANDING: &str = super::around::STANDING;
pub const NEXT_ZONE: &str = "Étape suivante";
pub const PREVIOUS_ZONE: &str = "Étape précédente";
pub const PROJECT: &str = "Projeter";
pub const AIDS: &str = "Mes notes, sur cet écran";
pub const ORDER: &str = "Déroulé…";
pub const MEASURE: &str = "Salle…";
pub const CHECK: &str = "Vérifier ce poste";
pub const REHEARSE: &str = "Répétition";
pub const FIVE_MINUTES: &str = "Cinq minutes, pour un visiteur";
pub const CHART: &str = "Mire de la salle";
pub const FULL_SCREEN: &str = "Plein écran";
pub const POLE_HELP: &str = "Aide sous les pôles";
pub const COMPARE_LABS: &str = "Comparer les six labos";
pub const PLACE_LABS: &str = "Placer les six labos sur les axes";
pub const ZOOM_IN: &str = "Agrandir";
pub const ZOOM_OUT: &str = "Réduire";
pub const ZOOM_RESET: &str = "Taille normale";
pub const LIGHT_THEME: &str = "Thème clair";
pub const DARK_THEME: &str = "Thème sombre";
pub const SYSTEM_THEME: &str = "Comme l’ordinateur";
pub const SHORTCUTS: &str = "Raccourcis du clavier";
pub const ABOUT: &str = "À propos";

pub const CTRL: &str = "Ctrl";
/// The same key on a Mac.
pub const COMMAND: &str = "Cmd";
pub const SHIFT: &str = "Maj";
pub const ALT: &str = "Alt";
pub const PAGE_DOWN: &str = "Page suiv.";
pub const PAGE_UP: &str = "Page préc.";
pub const AND: &str = " et ";
pub const PLUS: &str = "+";
pub const MINUS: &str = "−";

/// Keys that are not a command: what a control does with them. Title, then keys and what they do.
pub const CONTROL_KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Partout",
        &[
            ("Tab, Maj+Tab", "élément suivant, précédent, dans l’ordre de la méthode"),
            ("Échap", "un niveau en arrière\u{a0}; ce qui est écrit reste"),
            ("Ctrl et la molette", "agrandir, réduire"),
            ("F10", "la barre des menus, et retour"),
            ("Alt+F, E, A, N, I", "ouvrir un menu\u{a0}; Gauche et Droite vont au suivant"),
        ],
    ),
    (
        "Dans un texte",
        &[
            ("Maj+F10, clic droit", "couper, copier, coller, tout sélectionner"),
            ("Ctrl+Gauche, Droite", "un mot en arrière, en avant"),
            ("Ctrl+Ret. arrière, Suppr", "effacer le mot d’avant, d’après"),
            ("Ctrl+Début, Ctrl+Fin", "le début, la fin du texte"),
        ],
    ),
    (
        "Sur un axe",
        &[
            ("les flèches", "un cran vers un pôle ou vers l’autre"),
            ("Début, Fin", "le pôle de gauche, le pôle de droite"),
            ("Suppr", "retirer le curseur\u{a0}: «\u{a0}à placer\u{a0}»"),
        ],
    ),
    (
        "Devant la salle",
        &[
            ("B ou «\u{a0}.\u{a0}»", "écran noir, et retour (hors d’un texte)"),
            ("Ctrl tenu, souris qui bouge", "un grand pointeur"),
            (
                "Page suiv., Page préc., les flèches",
                "étape suivante, précédente\u{a0}; une télécommande aussi",
            ),
            ("F5", "la salle revoit son étape, quoi que vous ayez devant vous"),
        ],
    ),
    (
        "Ailleurs",
        &[
            (
                "Espace",
                "cocher un critère\u{a0}; faire avancer un point de vigilance\u{a0}; retourner une fiche",
            ),
            (
                "Entrée",
                "ouvrir en grand ce qui a le clavier\u{a0}: critère, axe, fiche, point, titre",
            ),
            (
                "Alt+Haut, Alt+Bas",
                "déplacer une rubrique libre (dans son nom), une prochaine étape",
            ),
        ],
    ),
];
