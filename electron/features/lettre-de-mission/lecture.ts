import { AppError } from '../../../shared/app-error'
import { joursEntre } from '../../../shared/dates'
import { heuresDues } from '../../../shared/domain/affectation/heures-dues'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import { controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import { type DossierLettre, heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { attendSignature, estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import { codeDe, prochainSignataire } from '../../../shared/domain/lettre-de-mission/signature'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type {
  LettreListee,
  LettreLue,
  TextesModele,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Reader } from '../../database/tables'
import { findHeuresEnseignement, listTermesActifs } from './creation.queries'
import { getDossier, listAProposer } from './dossiers.queries'
import { getAcademie } from './lettre-de-mission.queries'
import { type ModeleRedige, readModeles } from './modele'
import { signatairesAAjouter } from './propositions'

/** The letter as its editor needs it: facts, findings, the model's words. */
export async function lireLettre(
  db: Reader,
  id: string,
  { resources, aujourdhui }: { resources: string; aujourdhui: string },
): Promise<LettreLue> {
  const dossier = await getDossier(db, id)
  const academie = await getAcademie(db)
  const modele = readModeles(resources)[dossier.lettre.modele]
  return {
    ...dossier,
    constats: controlerDossier(dossier, academie, aujourdhui),
    textesModele: textesDuModele(dossier, modele),
    signatairesAProposer: signatairesAAjouter(dossier, modele, academie, await listTermesActifs(db)),
    explicationHeures: expliquerHeures(dossier, await findHeuresEnseignement(db, dossier.lettre)),
    etablissementsAProposer: await listAProposer(db, dossier.lettre),
    figee: estFigee(dossier.lettre.etat),
  }
}

function textesDuModele({ domaines }: DossierLettre, modele: ModeleRedige): TextesModele {
  const puces = (lignes: readonly string[] = []): string => lignes.map((ligne) => typographier(`- ${ligne}`)).join('\n')
  return {
    instances: typographier(modele.instances),
    moyens: typographier(modele.moyens),
    suivi: typographier(modele.suivi),
    activites: Object.fromEntries(domaines.map(({ id, code }) => [id, puces(modele.activites[code])])),
  }
}

function expliquerHeures({ lettre, regime, agent }: DossierLettre, heuresEnseignementHebdo: number | null): string {
  try {
    return heuresDues({ regime, quotite: lettre.quotite, corpsOrsHebdo: agent.corpsOrsHebdo, heuresEnseignementHebdo })
      .explication
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

/** One line of the list; the findings are those of the editor. */
export function resumer(
  dossier: DossierLettre,
  academie: Academie,
  aujourdhui: string,
  rapport: LettreListee['rapport'],
): LettreListee {
  const { lettre, agent, role, etablissements, reseaux, residence } = dossier
  const attendu = attendSignature(lettre.etat) ? prochainSignataire(dossier.signataires) : undefined
  const reparties = heuresReparties(dossier)
  const { id, agentId, modele, version, active, reference, quotite, etat, etablieLe, envoyeeLe, signeeLe } = lettre
  return {
    id,
    agentId,
    modele,
    version,
    texte: nommerTexte(lettre),
    active,
    reference,
    quotite,
    etat,
    etablieLe,
    envoyeeLe,
    signeeLe,
    agent: nomAffiche(agent),
    role: accorder(role, agent.civilite),
    roleAbrege: role.abrege ?? accorder(role, agent.civilite),
    heuresDues: lettre.heuresDues,
    uniteHeures: uniteHeures(dossier),
    heuresReparties: reparties,
    ecart: reparties === null ? null : Number((reparties - lettre.heuresDues).toFixed(4)),
    nombreEtablissements: etablissements.length,
    reseaux: reseaux.map(({ nom }) => nom).join(', '),
    departement: residence?.departement ?? '',
    attendu: attendu ? { code: codeDe(attendu), qualite: attendu.qualite } : null,
    attenteJours: attendu && envoyeeLe !== null ? joursEntre(envoyeeLe, aujourdhui) : null,
    rapport,
    constats: controlerDossier(dossier, academie, aujourdhui),
  }
}
