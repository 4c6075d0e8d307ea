import type { GenreCourriel, TexteCourriel } from './courriel'

const signature = '{affaireSuiviePar}\n{service}\nAcadémie {academie}\n{telephone}'

/** The application's own words, until the académie writes its own; a line whose field is empty is left out. */
export const textesOrigine: Record<GenreCourriel, Pick<TexteCourriel, 'objet' | 'corps'>> = {
  lettreAgent: {
    objet: 'Votre {votreTexte} {annee} – {prenomNom}',
    corps: `{civilite},

Vous trouverez en pièce jointe votre {votreTexte} pour l’année scolaire {annee}, en qualité {deRole}, avec effet le {debut}.

{aSigner}

Je reste à votre disposition pour toute précision.

Bien cordialement,

${signature}`,
  },
  transmission: {
    objet: 'Lettres de mission {annee} – {nombreLettres} à signer',
    corps: `{appel},

J’ai l’honneur de vous transmettre, pour signature, {nombreLettres} au titre de l’année scolaire {annee} :

{listeLettres}

{piecesJointes}

{aRetourner}

Bien cordialement,

${signature}`,
  },
  relanceSignataire: {
    objet: 'Rappel – lettres de mission {annee} en attente de signature',
    corps: `{appel},

Sauf erreur de ma part, votre signature est attendue sur {nombreLettres} au titre de l’année scolaire {annee}. La plus ancienne attend votre signature depuis {attente}.

{listeLettres}

{piecesJointes} Si votre signature m’est déjà parvenue, ne tenez pas compte de ce rappel.

Bien cordialement,

${signature}`,
  },
  demandeRapport: {
    objet: 'Rapport d’activité {annee} – {prenomNom}',
    corps: `{civilite},

Je vous remercie de m’adresser votre rapport d’activité pour l’année scolaire {annee}, en qualité {deRole}.

Il est attendu le {rapportAttendu} au plus tard.

Votre {votreTexte} est en pièce jointe : le rapport en reprend chaque objectif, avec le résultat obtenu.

Bien cordialement,

${signature}`,
  },
  relanceRapport: {
    objet: 'Rappel – rapport d’activité {annee} – {prenomNom}',
    corps: `{civilite},

Sauf erreur de ma part, votre rapport d’activité pour l’année scolaire {annee}, en qualité {deRole}, attendu le {rapportAttendu}, ne m’est pas parvenu.

Je vous remercie de me l’adresser dans les meilleurs délais. S’il m’a déjà été adressé, ne tenez pas compte de ce rappel.

Bien cordialement,

${signature}`,
  },
}
