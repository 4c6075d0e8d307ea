import { formatJour } from '../../dates'
import { formatHeures, formatPourcent } from '../../nombres'
import { intersection } from '../../periodes'
import { etatsLettre, type LettreDeMission } from '../lettre-de-mission/lettre-de-mission'
import { estFigee, libellesEtatLettre } from '../lettre-de-mission/etats'
import type { OperationFse } from '../fse/fse'
import { comparer, type Montres } from './differences'
import type { Ecriture } from './etat'
import { operationsDeLAnnee } from './fse'
import { creerLettre, etatDesDates, partFse, type LettreRattachee } from './lettres-creation'
import { lireLettre, type LettreLue } from './lettres-lecture'
import { controlerFeuilleLettres, controlerHeures, controlerPartFse, signalerSansLettre } from './lettres-regles'
import { attribuerServices } from './lettres-services'
import type { Changement, LignePlanifiee } from './plan'
import { controlerAnnee } from './agents-regles'
import { conclure, estRefuse, signalerFormules, type Chantier, type Decision } from './planifier-feuille'

/** Plans a sheet of letters: each row is the letter of one service of the year. */
export function* planifierLettres(chantier: Chantier): Generator<undefined, LignePlanifiee[]> {
  const lues: LettreLue[] = []
  for (const lecteur of chantier.lecteurs) {
    lues.push(lireLettre(chantier, lecteur))
    yield
  }
  controlerAnnee(chantier)
  signalerFormules(chantier, 'total', 'Les totaux sont recalculés par addition.')
  const services = attribuerServices(
    chantier,
    lues.filter(({ lecteur }) => !estRefuse(lecteur)),
  )
  const operations = operationsDeLAnnee(chantier.etat)
  const existantes = lettresActives(chantier)
  const rattachees: { lettre: LettreLue; operation: OperationFse | null }[] = []
  const lignes: LignePlanifiee[] = []
  for (const lettre of lues) {
    const service = services.get(lettre)
    if (service !== undefined) {
      controlerHeures(chantier, lettre, service)
      const operation = controlerPartFse(lettre, operations, chantier.etat.registre.annee.id)
      rattachees.push({ lettre, operation })
      const existante = existantes.get(cleDeLettre({ agentId: service.agent.id, roleId: service.affectation.roleId }))
      lignes.push(conclure(chantier, lettre.lecteur, decider(chantier, { lettre, service, operation }, existante)))
    } else
      lignes.push(conclure(chantier, lettre.lecteur, { titre: titreDe(lettre), doublon: !estRefuse(lettre.lecteur) }))
    yield
  }
  controlerFeuilleLettres(chantier, rattachees)
  signalerSansLettre(chantier)
  return lignes
}

const titreDe = ({ nom, prenom }: LettreLue): string => `${nom} ${prenom}`.trim()

const cleDeLettre = ({ agentId, roleId }: { agentId: string; roleId: string }): string => `${agentId} ${roleId}`

const lettresActives = ({ etat }: Chantier): Map<string, LettreDeMission> =>
  new Map(
    etat
      .lignes('lettreDeMission')
      .filter(({ anneeId, active }) => anneeId === etat.registre.annee.id && active === 1)
      .map((lettre) => [cleDeLettre(lettre), lettre]),
  )

function decider(chantier: Chantier, rattachee: LettreRattachee, existante: LettreDeMission | undefined): Decision {
  const titre = titreDe(rattachee.lettre)
  if (existante === undefined) return { titre, nouveau: true, ecritures: creerLettre(chantier, rattachee) }
  const fiche = modifierFiche(existante, rattachee.lettre)
  const contenu = modifierContenu(chantier, existante, rattachee)
  if (estFigee(existante.etat) && contenu.ecritures.length > 0)
    rattachee.lettre.lecteur.signaler('nom', {
      regle: 'lettres.figee',
      gravite: 'bloquant',
      message: `La lettre est ${libellesEtatLettre[existante.etat].toLowerCase()} dans le registre : ${contenu.changements.map(({ libelle }) => libelle.toLowerCase()).join(', ')} ne changent plus que par un avenant.`,
    })
  return {
    titre,
    changements: [...fiche.changements, ...contenu.changements],
    ecritures: [...fiche.ecritures, ...contenu.ecritures],
  }
}

interface Modifications {
  ecritures: Ecriture[]
  changements: Changement[]
}

const jour = (valeur: string | null): string => (valeur === null ? '—' : formatJour(valeur))
const montresLettre: Montres<LettreDeMission> = {
  envoyeeLe: { libelle: 'Envoyée le', colonne: 'envoyee', texte: jour },
  signeeLe: { libelle: 'Signée le', colonne: 'signee', texte: jour },
  etat: { libelle: 'État', colonne: 'signee', texte: (etat) => libellesEtatLettre[etat] },
  observations: { libelle: 'Observations', colonne: 'observations', texte: (texte) => texte || '—' },
}

/** Dates and state: a letter never goes back a step because a workbook is late. */
function modifierFiche(existante: LettreDeMission, lettre: LettreLue): Modifications {
  const etat = etatDesDates(lettre)
  const avance = etatsLettre.indexOf(etat) > etatsLettre.indexOf(existante.etat)
  const remarque = lettre.observations !== '' && !existante.observations.includes(lettre.observations)
  const { champs, changements } = comparer(
    existante,
    {
      ...(lettre.envoyeeLe !== null && { envoyeeLe: lettre.envoyeeLe }),
      ...(lettre.signeeLe !== null && { signeeLe: lettre.signeeLe }),
      ...(avance && { etat }),
      ...(remarque && { observations: [existante.observations, lettre.observations].filter(Boolean).join('\n') }),
    },
    montresLettre,
  )
  const ecritures: Ecriture[] =
    changements.length === 0 ? [] : [{ table: 'lettreDeMission', genre: 'modification', id: existante.id, champs }]
  return { ecritures, changements }
}

/** Hours, établissements and FSE share; what the file no longer lists stays: an import never removes. */
function modifierContenu(
  chantier: Chantier,
  existante: LettreDeMission,
  { lettre, operation }: LettreRattachee,
): Modifications {
  const { etat } = chantier
  const modifications: Modifications = { ecritures: [], changements: [] }
  const noter = (ecriture: Ecriture, changement: Changement): void => {
    modifications.ecritures.push(ecriture)
    modifications.changements.push(changement)
  }
  const lettreId = existante.id
  const domaines = etat.lignes('lettreDomaine').filter((domaine) => domaine.lettreId === lettreId)
  for (const { terme, heures } of lettre.heures) {
    const connu = domaines.find(({ domaineId }) => domaineId === terme.id)
    const changement = {
      champ: `${terme.liste}:${terme.code}`,
      libelle: `Heures ${terme.libelle.toLowerCase()}`,
      avant: connu === undefined ? '—' : formatHeures(connu.heures),
      apres: formatHeures(heures),
    }
    if (connu === undefined)
      noter(
        {
          table: 'lettreDomaine',
          genre: 'ajout',
          valeurs: { id: etat.newId(), lettreId, domaineId: terme.id, heures, activites: '', ordre: terme.ordre },
        },
        changement,
      )
    else if (connu.heures !== heures)
      noter({ table: 'lettreDomaine', genre: 'modification', id: connu.id, champs: { heures } }, changement)
  }
  const cites = etat.lignes('lettreEtablissement').filter((cite) => cite.lettreId === lettreId)
  for (const { id, uai, nom } of lettre.etablissements) {
    if (cites.some(({ etablissementId }) => etablissementId === id)) continue
    const valeurs = {
      id: etat.newId(),
      lettreId,
      etablissementId: id,
      natureId: null,
      volume: null,
      uniteVolume: 'heuresParAn' as const,
      gpds: 0 as const,
      ordre: cites.length + modifications.ecritures.length + 1,
    }
    noter(
      { table: 'lettreEtablissement', genre: 'ajout', valeurs },
      { champ: 'etablissements', libelle: 'Établissement', avant: '—', apres: `${uai} ${nom}` },
    )
  }
  if (operation !== null && lettre.pourcentageFse !== null)
    modifierPart(chantier, existante, { operation, pourcentage: lettre.pourcentageFse }, noter)
  return modifications
}

function modifierPart(
  { etat }: Chantier,
  lettre: LettreDeMission,
  { operation, pourcentage }: { operation: OperationFse; pourcentage: number },
  noter: (ecriture: Ecriture, changement: Changement) => void,
): void {
  const connue = etat
    .lignes('lettreFse')
    .find(({ lettreId, operationId }) => lettreId === lettre.id && operationId === operation.id)
  const changement = {
    champ: 'fse',
    libelle: 'Part FSE',
    avant: connue === undefined ? '—' : formatPourcent(connue.pourcentage),
    apres: formatPourcent(pourcentage),
  }
  if (connue !== undefined && connue.pourcentage !== pourcentage)
    noter({ table: 'lettreFse', genre: 'modification', id: connue.id, champs: { pourcentage } }, changement)
  const periode = intersection(operation, { debutLe: lettre.dateEffetLe, finLe: lettre.finLe })
  if (connue === undefined && periode !== undefined)
    noter(
      { table: 'lettreFse', genre: 'ajout', valeurs: partFse(etat.newId(), lettre, operation, pourcentage) },
      changement,
    )
}
