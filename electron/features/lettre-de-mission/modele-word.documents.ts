import { catalogue } from '../../../shared/domain/modele-lettre/catalogue'
import { type GroupeChamp, groupesChamps } from '../../../shared/domain/modele-lettre/champs.donnees'
import { sectionAide } from '../../../shared/domain/modele-word/verification'
import type { Bloc, DocumentDecrit, TableauDecrit } from '../../documents/html-description'
import { liste, paragraphe, tableau, titre } from './blocs'

/** A document to start from: a letter that fills itself in, then, never printed, what may be written in it. */
export function modeleDeDepart(): DocumentDecrit {
  return {
    titre: 'Modèle de lettre de mission',
    parties: [
      {
        titre: 'Modèle de lettre de mission',
        blocs: [...lettre, ...aide()],
        pied: { sujet: '{prenomNom}', mention: 'lettre de mission {annee}', premierePage: '{adresse}' },
      },
    ],
  }
}

const lettre: readonly Bloc[] = [
  {
    genre: 'enTete',
    logo: null,
    timbre: [
      { style: 'fort', texte: 'Académie {academie}' },
      { style: 'courant', texte: '{service}' },
      { style: 'discret', texte: 'Affaire suivie par : {affaireSuiviePar}\nTél. : {telephone}\nMél. : {courriel}' },
    ],
    lieuEtDate: '{lieuEtDate}',
    attache: ['{autoriteEnTete} de l’académie {academie}'],
    destinataire: ['{civilite} {prenomNom}', '{corps}'],
    voieHierarchique: [],
  },
  { ...titre(1, '{texte} – {role} – année scolaire {annee}'), etiquette: 'Objet' },
  paragraphe('{#visas}'),
  paragraphe('Vu {visa}'),
  paragraphe('{/visas}'),
  titre(2, 'Affectation'),
  paragraphe(
    'Vous êtes {affecté|affectée} en qualité {deRole} du {debut} au {fin}, avec une quotité de {quotite}, soit {heuresDues}.',
  ),
  paragraphe('{#contractuel}Votre contrat, {statutContractuel}, court jusqu’au {contratFin}.{/contractuel}'),
  paragraphe('Résidence administrative : {residence}.'),
  titre(2, 'Établissements'),
  tableau(
    'Établissements d’intervention',
    [{ titre: 'UAI', largeur: 14 }, { titre: 'Établissement' }, { titre: 'Commune', largeur: 22 }, { titre: 'Volume' }],
    [
      [
        '{#etablissements}{etablissementUai}',
        '{etablissementNom}',
        '{etablissementCommune}',
        '{#volume}{volume}{/volume}{/etablissements}',
      ],
    ],
  ),
  titre(2, 'Missions'),
  paragraphe('{#domaines}'),
  titre(3, '{domaine}'),
  paragraphe('{#activites}'),
  liste(['{activite}']),
  paragraphe('{/activites}'),
  paragraphe('{/domaines}'),
  paragraphe('{#desObjectifs}'),
  titre(2, 'Objectifs'),
  paragraphe('{#objectifs}'),
  liste(['{objectif}{#cible} : {cible}{/cible}']),
  paragraphe('{/objectifs}'),
  paragraphe('{/desObjectifs}'),
  titre(2, 'Moyens et suivi'),
  paragraphe('{moyens}'),
  {
    genre: 'groupe',
    blocs: [
      paragraphe('{suivi}'),
      tableau(
        'Signatures',
        [{ titre: 'Signataire' }, { titre: 'Date et signature', largeur: 40 }],
        [
          [
            '{#signataires}{signataireQualite}{#signataireNom}\n{signataireNom}{/signataireNom}',
            '{#signatureLe}{signatureLe}{/signatureLe}\n\n{/signataires}',
          ],
        ],
      ),
      paragraphe('Copies : établissements d’intervention ; dossier de l’agent.'),
    ],
  },
]

/** The catalogue, without braces: what is explained is not filled in. */
function aide(): Bloc[] {
  return [
    paragraphe(`{#${sectionAide}}`),
    titre(2, 'Ce que vous pouvez écrire (cette partie n’est jamais imprimée)'),
    paragraphe(
      'Mettez ce document à la forme de votre académie. Un champ est un mot de la première colonne, entre accolades : il est remplacé par sa valeur. Sans valeur, il est remplacé par « à compléter », surligné.',
    ),
    paragraphe(
      'Une boucle répète ce qui est entre son début (accolade, dièse, mot) et sa fin (accolade, barre oblique, mot) ; dans un tableau, elle répète la ligne. Une condition s’écrit de la même façon ; avec un accent circonflexe au lieu du dièse, elle vaut dans le cas contraire. Un champ sert aussi de condition : « s’il a une valeur ».',
    ),
    paragraphe('Deux mots séparés d’une barre verticale, entre accolades, s’accordent avec la personne.'),
    ...(Object.entries(groupesChamps) as [GroupeChamp, string][]).map(([cle, groupe]) =>
      explication(
        groupe,
        catalogue.champs
          .filter((champ) => champ.groupe === cle)
          .map(({ code, libelle, description, exemple }) => [
            code,
            [libelle, description].filter(Boolean).join('. '),
            exemple,
          ]),
      ),
    ),
    explication(
      'Les conditions',
      catalogue.conditions.map(({ code, libelle, description }) => [code, `Si ${libelle}`, description]),
    ),
    ...catalogue.boucles.map(({ code, libelle, champs }) =>
      explication(
        `Pour chaque ${libelle} : ${code}`,
        champs.map((champ) => [champ.code, champ.libelle, champ.exemple]),
      ),
    ),
    paragraphe(`{/${sectionAide}}`),
  ]
}

const explication = (legende: string, lignes: readonly (readonly string[])[]): TableauDecrit => ({
  genre: 'tableau',
  legende,
  legendeVisible: true,
  colonnes: [{ titre: 'Mot', largeur: 26 }, { titre: 'Ce qu’il écrit' }, { titre: 'Exemple', largeur: 34 }],
  lignes,
})
