import { formatJour, joursEntre } from '../../dates'
import { compte, formatHeures, formatPourcent } from '../../nombres'
import type { OperationFse } from '../fse/fse'
import { usages } from '../lettre-de-mission/controle'
import { ecartDHeures } from '../lettre-de-mission/regles'
import { lettreDeColonne } from './classeur'
import type { LettreLue } from './lettres-lecture'
import { cleDePersonne } from './personnes'
import type { Chantier } from './planifier-feuille'
import type { ServiceDeLettre } from './lettres-services'

/** Σ of the hours against the hours due of the service, both figures said. */
export function controlerHeures(chantier: Chantier, lettre: LettreLue, service: ServiceDeLettre): void {
  const { lecteur, somme } = lettre
  const { dues, affectation } = service
  const champ = lecteur.aColonne('total') ? 'total' : 'nom'
  if ('manque' in dues) {
    lecteur.signaler(champ, {
      regle: 'lettres.heures',
      gravite: 'alerte',
      message: `Les heures dues ne peuvent pas être calculées : ${dues.manque}`,
    })
    return
  }
  if (somme === null) return
  confirmerQuotite(chantier, lettre, service)
  const { toleranceHeures } = chantier.etat.registre.academie
  const { heures, unite } = dues
  const { ecart, tolere } = ecartDHeures({ reparties: somme, dues: heures, unite }, { ...usages, toleranceHeures })
  if (tolere) return
  lecteur.signaler(champ, {
    regle: 'lettres.heures',
    gravite: 'alerte',
    message: `La lettre répartit ${formatHeures(somme)} pour ${formatHeures(heures)} dues par ${unite} à ${formatPourcent(affectation.quotite)} : ${formatHeures(Math.abs(ecart))} de ${ecart > 0 ? 'trop' : 'moins'}. Les heures écrites sont reprises.`,
    suggestion: `${formatHeures(heures)} en tout.`,
  })
}

/** The letter settles which of two rows of a duplicate tells the quotité. */
function confirmerQuotite({ memoire }: Chantier, lettre: LettreLue, service: ServiceDeLettre): void {
  const doublon = memoire.doublons.get(cleDePersonne(lettre))
  if (doublon === undefined || lettre.somme === null || 'manque' in service.dues) return
  const duesEcartees = (service.dues.heures / doublon.retenue) * doublon.ecartee
  const pourRetenue = Math.abs(lettre.somme - service.dues.heures) <= Math.abs(lettre.somme - duesEcartees)
  lettre.lecteur.signaler(lettre.lecteur.aColonne('total') ? 'total' : 'nom', {
    regle: 'lettres.quotiteDoublon',
    gravite: pourRetenue ? 'information' : 'alerte',
    message: pourRetenue
      ? `Les ${formatHeures(lettre.somme)} de la lettre confirment la quotité retenue, ${formatPourcent(doublon.retenue)}, contre ${formatPourcent(doublon.ecartee)} en ${doublon.ref} de « ${doublon.feuille} ».`
      : `Les ${formatHeures(lettre.somme)} de la lettre vont avec ${formatPourcent(doublon.ecartee)}, la quotité du doublon écarté (${doublon.ref} de « ${doublon.feuille} »), pas avec ${formatPourcent(doublon.retenue)}.`,
  })
}

/** The share of an FSE operation: linked when exactly one operation meets the school year. */
export function controlerPartFse(
  { lecteur, pourcentageFse }: LettreLue,
  operations: readonly OperationFse[],
  anneeId: string,
): OperationFse | null {
  if (pourcentageFse === null) return null
  const [seule, autre] = operations
  if (seule === undefined || autre !== undefined) {
    const raison =
      seule === undefined
        ? `aucune opération FSE ne couvre l’année ${anneeId}`
        : `${operations.length} opérations FSE couvrent l’année ${anneeId}`
    lecteur.signaler('fse', {
      regle: 'lettres.fse',
      gravite: 'alerte',
      message: `${formatPourcent(pourcentageFse)} du temps au titre du FSE, mais ${raison} : la part n’est pas reprise.`,
    })
    return null
  }
  if (pourcentageFse === seule.taux && pourcentageFse < 100)
    lecteur.signaler('fse', {
      regle: 'lettres.fseTaux',
      gravite: 'information',
      message: `${formatPourcent(pourcentageFse)} est aussi le taux de l’opération ${seule.numero} : vérifiez qu’il s’agit bien de la part du temps de travail.`,
    })
  return seule
}

interface Rattachee {
  lettre: LettreLue
  operation: OperationFse | null
}

/** What is said of the sheet of letters as a whole, once every row is known. */
export function controlerFeuilleLettres(chantier: Chantier, rattachees: readonly Rattachee[]): void {
  signalerRetards(
    chantier,
    rattachees.map(({ lettre }) => lettre),
  )
  signalerPartsFse(chantier, rattachees)
  if (rattachees.some(({ lettre }) => lettre.envoyeeLe !== null))
    chantier.signaler('', chantier.feuille.nom, {
      regle: 'lettres.datees',
      gravite: 'information',
      message:
        'La feuille ne dit pas la date des lettres : chacune est datée du jour de son envoi. La date de signature est reportée à chaque signataire.',
    })
}

function signalerRetards(chantier: Chantier, lettres: readonly LettreLue[]): void {
  const retards = lettres.flatMap(({ lecteur, envoyeeLe, signeeLe }) => {
    const jours = envoyeeLe === null || signeeLe === null ? 0 : joursEntre(envoyeeLe, signeeLe)
    return jours > usages.delaiSignatureJours ? [{ lecteur, jours }] : []
  })
  const pire = [...retards].sort((a, b) => b.jours - a.jours)[0]
  if (pire === undefined) return
  const lignes = retards.map(({ lecteur }) => lecteur.numero).join(', ')
  chantier.signaler(plage(chantier, 'signee'), '', {
    regle: 'lettres.retard',
    gravite: 'information',
    message: `${compte(retards.length, 'lettre a été signée', 'lettres ont été signées')} plus de ${usages.delaiSignatureJours} jours après leur envoi (lignes ${lignes}) ; la plus longue attente est de ${pire.jours} jours, ligne ${pire.lecteur.numero}.`,
  })
}

/** FSE: the missions are not in the file, a late signature is a risk (fse.md § 7 L03, L07), and the plan pays few posts. */
function signalerPartsFse(chantier: Chantier, rattachees: readonly Rattachee[]): void {
  const avecPart = rattachees.filter(({ operation }) => operation !== null)
  const operation = avecPart[0]?.operation
  if (operation == null) return
  const { etat } = chantier
  const cellules = plage(chantier, 'fse')
  const debut = operation.debutLe > etat.registre.annee.debutLe ? operation.debutLe : etat.registre.annee.debutLe
  const tardives = avecPart.filter(({ lettre }) => lettre.signeeLe !== null && lettre.signeeLe > debut)
  const postes = etat
    .lignes('ligneFse')
    .filter(({ operationId, poste }) => operationId === operation.id && poste === 'D1')
  const dire = (regle: string, gravite: 'alerte' | 'information', message: string): void =>
    chantier.signaler(cellules, '', { regle: `lettres.${regle}`, gravite, message })
  if (postes.length > 0 && postes.length < avecPart.length)
    dire(
      'fsePostes',
      'alerte',
      `${compte(avecPart.length, 'lettre donne', 'lettres donnent')} une part de temps à l’opération ${operation.numero}, qui ne finance que ${compte(postes.length, 'poste de personnel', 'postes de personnel')}.`,
    )
  if (tardives.length > 0)
    dire(
      'fseTardive',
      'alerte',
      `${compte(tardives.length, 'lettre avec une part FSE a été signée', 'lettres avec une part FSE ont été signées')} après le ${formatJour(debut)}, début de leur affectation à l’opération ${operation.numero} (règle L07).`,
    )
  dire(
    'fseMissions',
    'information',
    `Le classeur ne décrit pas les missions exercées au titre de l’opération ${operation.numero} : complétez-les dans chaque lettre (règle L03).`,
  )
}

const plage = ({ entetes, lecteurs }: Chantier, champ: string): string => {
  const lettre = lettreDeColonne(entetes.colonnes[champ] ?? 1)
  return `${lettre}${lecteurs[0]?.numero ?? entetes.ligne}:${lettre}${lecteurs.at(-1)?.numero ?? entetes.ligne}`
}

/** People of the same workbook who have no letter at the end. */
export function signalerSansLettre({ memoire, etat, signalements }: Chantier): void {
  const { annee, vocabulaires } = etat.registre
  const avecLettre = new Set(
    etat
      .lignes('lettreDeMission')
      .filter(({ anneeId, active }) => anneeId === annee.id && active === 1)
      .map(({ agentId }) => agentId),
  )
  const roles = new Set(
    vocabulaires.filter(({ liste, categorie }) => liste === 'role' && categorie !== 'autre').map(({ id }) => id),
  )
  for (const { agentId, anneeId, roleId } of etat.lignes('affectation')) {
    const lu = memoire.agents.get(agentId)
    if (lu === undefined || anneeId !== annee.id || !roles.has(roleId) || avecLettre.has(agentId)) continue
    avecLettre.add(agentId)
    signalements.push({
      feuille: lu.feuille,
      cellule: lu.ref,
      ligne: null,
      valeur: lu.nom,
      message: `${lu.nom} n’a pas de lettre de mission dans ce classeur, ni dans le registre pour ${annee.id}.`,
      suggestion: null,
      correction: null,
      gravite: 'alerte',
      regle: 'lettres.agentSansLettre',
    })
  }
}
