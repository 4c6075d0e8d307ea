import type { ComptesAnnuaire, LigneApercu, RapportAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import { direUsages } from '../../../shared/domain/etablissement/regles'
import type { LigneNouvelle } from './plan'
import {
  composerAvertissements,
  type FaitsAnnuaire,
  signalerDoublon,
  signalerDoutes,
  signalerFermeture,
  signalerRejet,
} from './signalements'

export function compterPlan({ plan, usages }: Pick<FaitsAnnuaire, 'plan' | 'usages'>): ComptesAnnuaire {
  return {
    lues: plan.lues,
    horsPerimetre: plan.horsPerimetre,
    nouvelles: plan.nouvelles.length,
    modifiees: plan.modifiees.length,
    rouvertes: plan.modifiees.filter(({ rouverte }) => rouverte).length,
    inchangees: plan.inchangees,
    rejetees: plan.rejetees.length,
    doublons: plan.doublons.length,
    fermees: plan.fermees.length,
    fermeesUtilisees: plan.fermees.filter(({ avant }) => usages.has(avant.id)).length,
  }
}

/** Counts, findings and sentences: what the terminal reports and what the import answers. */
export function composerRapport(faits: FaitsAnnuaire): RapportAnnuaire {
  const { plan } = faits
  const { nouvelles, modifiees, douteuses } = plan
  const signalements = [
    ...plan.rejetees.map((ligne) => signalerRejet(faits, ligne)),
    ...plan.doublons.map((ligne) => signalerDoublon(faits, ligne)),
    ...plan.fermees.flatMap((fermeture) => signalerFermeture(faits, fermeture)),
    ...[nouvelles, modifiees, douteuses].flat().flatMap((ligne) => signalerDoutes(faits, ligne)),
  ]
  return {
    ...compterPlan(faits),
    signalements: signalements.toSorted((a, b) => (a.ligne ?? 0) - (b.ligne ?? 0)),
    avertissements: composerAvertissements(faits),
  }
}

/** The lines of the preview: what deserves a look first, then what is written, in the order of the file. */
export function composerLignes(faits: FaitsAnnuaire): LigneApercu[] {
  const { plan, usages } = faits
  return [
    ...plan.rejetees.map((rejet): LigneApercu => {
      const { uai, nom, type, commune } = rejet.ligne
      const signalements = [signalerRejet(faits, rejet)]
      return {
        ...vide,
        cle: `r${String(rejet.numero)}`,
        numero: rejet.numero,
        sort: 'rejetee',
        uai,
        nom,
        type,
        commune,
        signalements,
      }
    }),
    ...plan.fermees.map(({ avant, numero }): LigneApercu => {
      const { id, uai, nom, type, commune } = avant
      const siens = usages.get(id)
      return {
        ...vide,
        cle: id,
        numero,
        sort: 'fermee',
        uai,
        nom,
        type,
        commune,
        usages: siens ? direUsages(siens) : '',
      }
    }),
    ...plan.modifiees.map(({ rouverte, changements, avant, ...ligne }): LigneApercu => ({
      ...afficherLue(faits, ligne),
      nom: avant.nom,
      commune: avant.commune,
      sort: rouverte ? 'rouverte' : 'modifiee',
      changements,
    })),
    ...plan.doublons.map((ligne): LigneApercu => ({
      ...afficherLue(faits, ligne),
      sort: 'doublon',
      signalements: [signalerDoublon(faits, ligne)],
    })),
    ...plan.nouvelles.map((ligne) => afficherLue(faits, ligne)),
  ]
}

const vide = { changements: [], usages: '', signalements: [] }

function afficherLue(faits: FaitsAnnuaire, ligne: LigneNouvelle): LigneApercu {
  const { uai, nom, type, commune } = ligne.lu
  const cle = `l${String(ligne.numero)}`
  return {
    ...vide,
    cle,
    numero: ligne.numero,
    sort: 'nouvelle',
    uai,
    nom,
    type,
    commune,
    signalements: signalerDoutes(faits, ligne),
  }
}
