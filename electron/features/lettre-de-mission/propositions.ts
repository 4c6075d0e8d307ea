import { accorder, accorderParticipe } from '../../../shared/domain/lettre-de-mission/genre'
import type { PropositionsLettre } from '../../../shared/domain/lettre-de-mission/creation'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { prenomNom } from '../../../shared/text'
import type { ServiceLu } from './creation.queries'
import type { ModeleRedige, SignataireModele } from './modele'

type Signataire = PropositionsLettre['signataires'][number]

/** What the académie proposes for this service: its grid, its visas in force, the model's circuit of signatories. */
export function proposer(service: ServiceLu, modele: ModeleRedige, academie: Academie, termes: readonly Vocabulaire[], reference: string): PropositionsLettre {
  const idsDe = (liste: Vocabulaire['liste']): string[] => termes.filter((terme) => terme.liste === liste).map(({ id }) => id)
  return {
    domaineIds: idsDe(academie.grilleActivite),
    visaIds: idsDe('visa'),
    signataires: modele.signataires.filter((regle) => concerne(regle, service.residenceType)).flatMap((regle) => signataire(regle, service, academie, termes)),
    reference,
  }
}

function concerne({ siResidence, saufResidence }: SignataireModele, type: string | null): boolean {
  if (siResidence !== undefined && (type === null || !siResidence.includes(type))) return false
  return saufResidence === undefined || type === null || !saufResidence.includes(type)
}

/** Nobody when the académie's list has no such signatory any more. */
function signataire(regle: SignataireModele, { agent }: ServiceLu, academie: Academie, termes: readonly Vocabulaire[]): Signataire[] {
  if (regle.agent === true) return [{ signataireId: null, qualite: `L’${accorderParticipe('intéressé', agent.civilite)}`, nom: prenomNom(agent) }]
  const terme = termes.find(({ liste, code }) => liste === 'signataire' && code === regle.code)
  if (!terme) return []
  if (regle.autorite !== true) return [{ signataireId: terme.id, qualite: terme.libelle, nom: '' }]
  const propre = academie.signature.replace(/\s+/gu, ' ').trim().replace(/,$/u, '').slice(0, 300)
  const usuelle = accorder(terme, academie.titreAutorite === 'rectrice' ? 'madame' : 'monsieur')
  return [{ signataireId: terme.id, qualite: propre === '' ? usuelle : propre, nom: '' }]
}
