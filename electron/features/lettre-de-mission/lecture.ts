import { AppError } from '../../../shared/app-error'
import { joursDuTour } from '../../../shared/domain/lettre-de-mission/attente'
import { heuresDues } from '../../../shared/domain/affectation/heures-dues'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import { type CadreDeControle, controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import { type DossierLettre, heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { attendSignature, estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import { codeDe, nommerAttendu, prochainSignataire } from '../../../shared/domain/lettre-de-mission/signature'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type {
  LettreListee,
  LettreLue,
  TextesModele,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import type { ContenuModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import { nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Reader } from '../../database/tables'
import { listModeles } from '../../lettres/modeles'
import { findHeuresEnseignement, listTermesActifs } from './creation.queries'
import { getDossier, listAProposer } from './dossiers.queries'
import { getAcademie } from './lettre-de-mission.queries'
import { signatairesAAjouter } from './propositions'

/** The letter as its editor needs it: facts, findings, the model's words. */
export async function lireLettre(
  db: Reader,
  id: string,
  { resources, aujourdhui }: { resources: string; aujourdhui: string },
): Promise<LettreLue> {
  const dossier = await getDossier(db, id)
  const academie = await getAcademie(db)
  const modeles = await listModeles(db, resources)
  const { contenu: modele } = modeleDe(modeles, dossier.lettre.modele)
  return {
    ...dossier,
    constats: controlerDossier(dossier, { academie, modeles }, aujourdhui),
    textesModele: textesDuModele(dossier, modele),
    signatairesAProposer: signatairesAAjouter(dossier, modele, academie, await listTermesActifs(db)),
    explicationHeures: expliquerHeures(dossier, await findHeuresEnseignement(db, dossier.lettre)),
    etablissementsAProposer: await listAProposer(db, dossier.lettre),
    figee: estFigee(dossier.lettre.etat),
  }
}

function textesDuModele({ domaines }: DossierLettre, modele: ContenuModele): TextesModele {
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
  cadre: CadreDeControle,
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
    attendu: attendu ? { code: codeDe(attendu), qualite: nommerAttendu(attendu) } : null,
    attenteJours: attendu ? joursDuTour(dossier, aujourdhui) : null,
    rapport,
    constats: controlerDossier(dossier, cadre, aujourdhui),
  }
}
