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

/** Written only when `code` has something to say. */
const si = (code: string, blocs: readonly Bloc[]): Bloc[] => [
  paragraphe(`{#${code}}`),
  ...blocs,
  paragraphe(`{/${code}}`),
]

const rubriqueLibre = (code: string, nom: string): Bloc[] => si(code, [titre(2, nom), paragraphe(`{${code}}`)])

/** What an avenant changes, or that the letter replaces another: as `amendement.ts` prints it. */
const amendement: readonly Bloc[] = [
  ...si('avenant', [
    titre(2, 'Objet de l’avenant'),
    paragraphe(
      'Le présent avenant modifie {texteAmende}, à compter du {debut}{#desModifications}, sur les points suivants :{/desModifications}{^desModifications}.{/desModifications}',
    ),
    paragraphe('{#modifications}'),
    liste(['{modification}']),
    paragraphe('{/modifications}'),
    ...si('desModifications', [
      paragraphe('La lettre de mission s’applique désormais dans la rédaction qui suit, jusqu’au {fin}.'),
    ]),
  ]),
  ...si('remplacement', [paragraphe('La présente lettre annule et remplace {texteAmende}, à compter du {debut}.')]),
]

const affectation: readonly Bloc[] = [
  titre(2, 'Affectation'),
  paragraphe(
    'Vous êtes {affecté|affectée} en qualité {deRole} pour l’année scolaire {annee}, du {debut} au {fin}, avec une quotité de {quotite}.',
  ),
  paragraphe('Résidence administrative : {residence}.'),
  ...si('contractuelCdd', [
    paragraphe('Vous exercez comme {statutContractuel} ; votre contrat prend fin le {contratFin}.'),
  ]),
  ...si('contractuelCdi', [paragraphe('Vous exercez comme {statutContractuel}.')]),
  titre(2, 'Autorités'),
  paragraphe('Vous êtes {placé|placée} sous l’autorité académique {autorite} de l’académie {academie}.'),
  ...si('horsEtablissement', [
    paragraphe(
      'Vous êtes {placé|placée} sous l’autorité hiérarchique de la direction du centre d’information et d’orientation (CIO).',
    ),
  ]),
]

const perimetre: readonly Bloc[] = [
  ...si('unReseau', [
    titre(2, 'Réseaux'),
    paragraphe('{#reseaux}'),
    liste(['{reseauNom}{#reseauAnimateur} (animation : {reseauAnimateur}){/reseauAnimateur}']),
    paragraphe('{/reseaux}'),
  ]),
  ...si('plusieursReseaux', [paragraphe('Votre mission s’étend sur plusieurs réseaux : {reseaux}.')]),
  ...rubriqueLibre('perimetre', 'Périmètre'),
  ...si('nombreEtablissements', [
    titre(2, 'Établissements'),
    tableau(
      'Établissements d’intervention',
      [
        { titre: 'UAI', largeur: 13 },
        { titre: 'Établissement' },
        { titre: 'Commune', largeur: 18 },
        { titre: 'Nature', largeur: 20 },
        { titre: 'Volume', largeur: 16 },
        { titre: 'GPDS', largeur: 8 },
      ],
      [
        [
          '{#etablissements}{etablissementUai}',
          '{etablissementNom}',
          '{#etablissementCommune}{etablissementCommune}{/etablissementCommune}',
          '{#intervention}{intervention}{/intervention}',
          '{#volume}{volume}{/volume}',
          '{gpds}{/etablissements}',
        ],
      ],
    ),
  ]),
]

const service: readonly Bloc[] = [
  titre(2, 'Service'),
  ...si('tempsPartiel', [paragraphe('Vous consacrez à cette mission {quotite} de votre service.')]),
  paragraphe('Votre service relève du régime « {regime} », soit {heuresDues}.'),
  ...si('heuresReparties', [
    tableau(
      'Répartition indicative des heures',
      [{ titre: 'Domaine' }, { titre: 'Heures', largeur: 25, aDroite: true }],
      [['{#domaines}{domaine}', '{#domaineHeures}{domaineHeures}{/domaineHeures}{/domaines}']],
      ['Total', '{heuresTotal}'],
    ),
  ]),
]

const missions: readonly Bloc[] = [
  titre(2, 'Missions'),
  paragraphe('{#domaines}'),
  titre(3, '{domaine}'),
  paragraphe('{#activites}'),
  liste(['{activite}']),
  paragraphe('{/activites}'),
  paragraphe('{/domaines}'),
]

const objectifs: readonly Bloc[] = si('desObjectifs', [
  titre(2, 'Objectifs de l’année'),
  tableau(
    'Objectifs, indicateurs et cibles',
    [
      { titre: 'Objectif' },
      { titre: 'Indicateur', largeur: 26 },
      { titre: 'Cible', largeur: 17 },
      { titre: 'Échéance', largeur: 19 },
    ],
    [
      [
        '{#objectifs}{objectif}',
        '{#indicateur}{indicateur}{/indicateur}',
        '{#cible}{cible}{/cible}',
        '{#echeance}{echeance}{/echeance}{/objectifs}',
      ],
    ],
  ),
])

/** What makes the letter a proof for the FSE (fse.md § 4.3), in the words of the application's own letter. */
const fse: readonly Bloc[] = si('partFse', [
  titre(2, 'Affectation à une opération cofinancée par le Fonds social européen'),
  paragraphe('{#operationsFse}'),
  paragraphe(
    'Au titre de l’opération n° {fseNumero} « {fseIntitule} »{#fseProgramme} ({fseProgramme}){/fseProgramme}, vous consacrez à cette opération un temps fixe de {fsePourcentage} de votre temps de travail chaque mois, du {fseDebut} au {fseFin} (à titre indicatif, {fseHeures}). {#fseAcceptee}La présente lettre a été acceptée par le service gestionnaire de l’opération le {fseAcceptee}.{/fseAcceptee}{^fseAcceptee}La présente lettre est soumise à l’acceptation du service gestionnaire de l’opération.{/fseAcceptee}',
  ),
  ...si('fseMissions', [paragraphe('Missions exercées au titre de l’opération :'), paragraphe('{fseMissions}')]),
  paragraphe('{/operationsFse}'),
  ...si('autresOperationsFse', [
    paragraphe(
      'Une autre lettre consacre {autreFsePourcentage} de votre temps de travail à l’opération n° {autreFseNumero} « {autreFseIntitule} ».',
    ),
  ]),
  ...si('fseReste', [
    paragraphe('Le reste de votre temps de travail, soit {fseReste}, est consacré à vos autres missions.'),
  ]),
  ...si('mentionEurope', [{ genre: 'embleme', texte: '{mentionEurope}' }]),
])

const lettre: readonly Bloc[] = [
  {
    genre: 'enTete',
    logo: null,
    timbre: [
      { style: 'fort', texte: 'Académie {academie}' },
      { style: 'courant', texte: '{#region}{region}{/region}' },
      { style: 'courant', texte: '{service}' },
      {
        style: 'discret',
        texte:
          'Affaire suivie par : {affaireSuiviePar}\nTél. : {telephone}\nMél. : {courriel}{#reference}\nRéf. : {reference}{/reference}',
      },
    ],
    lieuEtDate: '{lieuEtDate}',
    attache: ['{autoriteEnTete} de l’académie {academie}'],
    destinataire: ['{civilite} {prenomNom}', '{#corps}{corps}{#grade}, {grade}{/grade}{/corps}'],
    voieHierarchique: ['{#voieHierarchique}{voieHierarchique}{/voieHierarchique}'],
  },
  {
    ...titre(1, '{texte}{#avenant} à la lettre de mission{/avenant} – {role} – année scolaire {annee}'),
    etiquette: 'Objet',
  },
  paragraphe('{#visas}'),
  paragraphe('Vu {visa}'),
  paragraphe('{/visas}'),
  ...amendement,
  ...affectation,
  ...perimetre,
  ...service,
  ...missions,
  ...objectifs,
  ...fse,
  ...rubriqueLibre('instances', 'Instances et réunions'),
  ...rubriqueLibre('moyens', 'Moyens et conditions d’exercice'),
  ...rubriqueLibre('suivi', 'Suivi, remontées et bilan'),
  titre(2, 'Durée et révision'),
  {
    genre: 'groupe',
    blocs: [
      paragraphe(
        'La présente lettre est annuelle. Elle fait l’objet d’un avenant en cas de changement de périmètre, de quotité ou de mission.',
      ),
      tableau(
        'Signatures',
        [{ titre: 'Signataire' }, { titre: 'Date et signature', largeur: 40 }],
        [
          [
            '{#signataires}{signataireQualite}{#signataireNom}\n{signataireNom}{/signataireNom}',
            '{#signataireMention}{signataireMention}{/signataireMention}\n\n\n{/signataires}',
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
