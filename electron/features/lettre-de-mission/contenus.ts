import { jourEnLettres } from '../../../shared/dates'
import { volumeEcrit } from '../../../shared/domain/lettre-de-mission/intervention'
import { type DossierLettre, heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { heuresDePart, partsAilleurs, resteHorsFse } from '../../../shared/domain/lettre-de-mission/temps-fse'
import type { CodeContenu } from '../../../shared/domain/modele-lettre/contenus'
import type { ContenuModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { formatHeures, formatNombre, formatPourcent } from '../../../shared/nombres'
import { typographier } from '../../../shared/typographie'
import type { Bloc } from '../../documents/html-description'
import { liste, paragraphe, tableau, texteLibre } from './blocs'

/** More établissements than this go to an annex: a letter is read in two pages. */
export const etablissementsDansLeTexte = 24

/** UAI – name – commune – nature – volume (metier.md § 3.5, 1.3); columns without a value are left out. */
export function tableauEtablissements({ etablissements }: DossierLettre): Bloc {
  const colonnes = [
    { titre: 'UAI', largeur: 11 },
    { titre: 'Établissement' },
    { titre: 'Commune', largeur: 18 },
    { titre: 'Nature', largeur: 22 },
    { titre: 'Volume', largeur: 16 },
    { titre: 'GPDS', largeur: 8 },
  ]
  const lignes = etablissements.map((etablissement) => [
    etablissement.uai,
    etablissement.nom,
    etablissement.commune,
    etablissement.nature?.libelle ?? '',
    volumeEcrit(etablissement),
    etablissement.gpds === 1 ? 'oui' : '',
  ])
  return tableau('Établissements d’intervention', colonnes, lignes)
}

/** More domaines than this are read better in a column. */
const domainesEnLigne = 5

function tableauHeures(dossier: DossierLettre): Bloc[] {
  const somme = heuresReparties(dossier)
  if (dossier.lettre.heuresMasquees === 1 || somme === null) return []
  const parts = dossier.domaines
    .filter(({ heures }) => heures > 0)
    .map(({ libelle, heures }) => ({ libelle, ecrites: formatHeures(heures) }))
  const legende = `Répartition indicative des heures par ${uniteHeures(dossier)}`
  const table =
    parts.length <= domainesEnLigne
      ? tableau(
          legende,
          [
            { titre: 'Domaine' },
            ...parts.map(({ libelle }) => ({ titre: libelle, aDroite: true })),
            { titre: 'Total', aDroite: true },
          ],
          [['Heures', ...parts.map(({ ecrites }) => ecrites), formatHeures(somme)]],
        )
      : tableau(
          legende,
          [{ titre: 'Domaine' }, { titre: 'Heures', largeur: 25, aDroite: true }],
          parts.map(({ libelle, ecrites }) => [libelle, ecrites]),
          ['Total', formatHeures(somme)],
        )
  return [{ ...table, legendeVisible: true }]
}

function tableauObjectifs({ objectifs }: DossierLettre): Bloc[] {
  if (objectifs.length === 0) return []
  const colonnes = [
    { titre: 'Objectif' },
    { titre: 'Indicateur', largeur: 26 },
    { titre: 'Cible', largeur: 17 },
    { titre: 'Échéance', largeur: 19 },
  ]
  const lignes = objectifs.map(({ libelle, indicateur, cible, echeanceLe }) => [
    libelle,
    indicateur,
    cible,
    echeanceLe === null ? '' : jourEnLettres(echeanceLe),
  ])
  return [tableau('Objectifs, indicateurs et cibles', colonnes, lignes)]
}

/** What makes the letter a proof for the FSE (fse.md § 4.3): operation, fixed monthly share, dates, tasks, acceptance, the rest of the time. */
function paragraphesFse(dossier: DossierLettre, { mentionEurope }: Academie): Bloc[] {
  const { fse } = dossier
  if (fse.length === 0) return []
  return [
    ...fse.flatMap((part) => paragraphesDePart(part, dossier)),
    ...resteDuTemps(dossier).map(paragraphe),
    ...(mentionEurope === '' ? [] : [{ genre: 'embleme' as const, texte: typographier(mentionEurope) }]),
  ]
}

function paragraphesDePart(part: DossierLettre['fse'][number], dossier: DossierLettre): Bloc[] {
  const { numero, intitule, programme, pourcentage, debutLe, finLe, missions, accepteeLe } = part
  const cadre = programme === '' ? '' : ` (${programme})`
  const acceptation =
    accepteeLe === null
      ? 'La présente lettre est soumise à l’acceptation du service gestionnaire de l’opération.'
      : `La présente lettre a été acceptée par le service gestionnaire de l’opération le ${jourEnLettres(accepteeLe)}.`
  return [
    paragraphe(
      `Au titre de l’opération n° ${numero} « ${intitule} »${cadre}, vous consacrez à cette opération un temps fixe de ` +
        `${formatPourcent(pourcentage)} de votre temps de travail chaque mois, du ${jourEnLettres(debutLe)} au ${jourEnLettres(finLe)} ` +
        `(à titre indicatif, ${heuresDePart(part, dossier)}). ${acceptation}`,
    ),
    ...(missions.trim() === ''
      ? []
      : [paragraphe('Missions exercées au titre de l’opération :'), ...texteLibre(missions)]),
  ]
}

/** What the shares leave of the working time, and what another letter gives to an operation meanwhile. */
function resteDuTemps(dossier: DossierLettre): string[] {
  const reste = resteHorsFse(dossier)
  return [
    ...partsAilleurs(dossier).map(
      ({ numero, intitule, pourcentage }) =>
        `Une autre lettre consacre ${formatPourcent(pourcentage)} de votre temps de travail à l’opération n° ${numero} « ${intitule} ».`,
    ),
    ...(reste === null
      ? []
      : [`Le reste de votre temps de travail, soit ${formatPourcent(reste)}, est consacré à vos autres missions.`]),
  ]
}

/** Activities of each domaine or axe: the letter's own words, or the model's. */
function activites({ domaines }: DossierLettre, modele: ContenuModele): Bloc[][] {
  return domaines.map((domaine) => {
    const propres = texteLibre(domaine.activites)
    const duModele = modele.activites[domaine.code] ?? []
    return propres.length > 0 ? propres : duModele.length > 0 ? [liste(duModele)] : []
  })
}

/**
 * What a `contenu` of the model stands for; nothing when the letter has nothing to say there. `tour`: the row of the loop
 * of domaines around it, whose activities they are; null for all of them.
 */
export function contenuInsere(
  { code, tour }: { code: CodeContenu; tour: number | null },
  dossier: DossierLettre,
  { modele, academie }: { modele: ContenuModele; academie: Academie },
): Bloc[] {
  const { lettre, etablissements } = dossier
  switch (code) {
    case 'etablissements': {
      if (etablissements.length === 0) return []
      if (etablissements.length <= etablissementsDansLeTexte) return [tableauEtablissements(dossier)]
      return [
        paragraphe(
          `Vous intervenez dans ${formatNombre(etablissements.length)} établissements, dont la liste est en annexe.`,
        ),
      ]
    }
    case 'heures':
      return tableauHeures(dossier)
    case 'objectifs':
      return tableauObjectifs(dossier)
    case 'fse':
      return paragraphesFse(dossier, academie)
    case 'activites': {
      const parDomaine = activites(dossier, modele)
      return tour === null ? parDomaine.flat() : (parDomaine[tour] ?? [])
    }
    case 'perimetre':
      return texteLibre(lettre.perimetre)
    case 'instances':
    case 'moyens':
    case 'suivi':
      return texteLibre(lettre[code].trim() === '' ? modele[code] : lettre[code])
  }
}
