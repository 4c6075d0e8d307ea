import type { SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import { compte } from '../../../shared/nombres'

const designe: Record<SujetDeDoublon, string> = { agent: 'la même personne', etablissement: 'le même établissement' }

/** How many pairs there are to look at, of which kind, and that nothing happens by itself. */
export function phrase(sujets: readonly SujetDeDoublon[]): string {
  if (sujets.length === 0) return 'Aucune fiche ne semble en double.'
  const quoi = [...new Set(sujets)].map((sujet) => designe[sujet]).join(' ou ')
  const paires = compte(sujets.length, 'paire de fiches semble désigner', 'paires de fiches semblent désigner')
  return `${paires} ${quoi}. Comparez, puis fusionnez ou écartez : rien ne change sans vous, et tout s’annule.`
}

/** What is compared, when nothing was found. */
export function phraseDuVide(sujet: SujetDeDoublon | undefined): string {
  const agents = 'Les agents sont comparés par leur nom, leur courriel et leur résidence'
  const etablissements = 'es établissements sont comparés par leur nom et leur commune'
  const comparees =
    sujet === undefined
      ? `${agents}, l${etablissements.replace(' sont comparés', '')}`
      : sujet === 'agent'
        ? agents
        : `L${etablissements}`
  return `${comparees}. Les paires que vous avez écartées ne reviennent pas.`
}

/** The button that sets a pair aside. */
export const gesteDEcarter: Record<SujetDeDoublon, string> = {
  agent: 'Ce sont deux personnes différentes',
  etablissement: 'Ce sont deux établissements différents',
}

/** The button that merges: which record stays, and how many values come from the other. */
export const gesteDeFusionner = (gardee: string, reprises: number): string =>
  `Fusionner et garder ${gardee}${reprises === 0 ? '' : `, avec ${compte(reprises, 'valeur')} de l’autre fiche`}`
