import { attendSignature } from '../lettre-de-mission/etats'
import { codeDe, prochainSignataire } from '../lettre-de-mission/signature'
import type { DossierLettre, EtablissementCite } from '../lettre-de-mission/dossier'
import type { SignataireModele } from '../modele-lettre/modele-lettre'
import { plier } from '../../text'

/**
 * How far one signatory's hand reaches: each agent signs their own letter, a chef d’établissement those of a résidence,
 * a DASEN those of a département, the recteur all of them.
 */
export type Portee = 'agent' | 'residence' | 'departement' | 'academie'

/** How far a rule of a model of letter makes a signatory reach; without one (added by hand), a person of the département. */
export function porteeDeRegle(regle: SignataireModele | undefined): Portee {
  if (regle?.agent === true) return 'agent'
  if (regle?.residence === true) return 'residence'
  return regle?.autorite === true ? 'academie' : 'departement'
}

type Signataire = DossierLettre['signataires'][number]

/** The letters that wait for one person, to be handed over together. */
export interface Pli {
  /** Same person, same key. */
  cle: string
  portee: Portee
  /** Of the list of signatories, « AGENT » for the agents. */
  code: string
  qualite: string
  /** '' when the letters leave it blank. */
  nom: string
  /** Where the person works, when the letters say so. */
  lieu: EtablissementCite | null
  /** Three characters; '' for a signatory of the whole académie or when no résidence tells. */
  departement: string
  lettres: DossierLettre[]
}

/** The signatory whose turn it is on a letter being signed. */
export const attenduDe = ({ lettre, signataires }: DossierLettre): Signataire | undefined =>
  attendSignature(lettre.etat) ? prochainSignataire(signataires) : undefined

/**
 * Letters being signed, put together by the person whose turn it is, in the order of circuits then of places; the others
 * are left out. `porteeDe` tells how far a signatory of a letter reaches.
 */
export function grouperEnPlis(
  dossiers: readonly DossierLettre[],
  porteeDe: (dossier: DossierLettre, signataire: Signataire) => Portee,
): Pli[] {
  const plis = new Map<string, Pli & { ordre: number }>()
  for (const dossier of dossiers) {
    const attendu = attenduDe(dossier)
    if (attendu === undefined) continue
    const nouveau = pliDe(dossier, attendu, porteeDe(dossier, attendu))
    const pli = plis.get(nouveau.cle)
    if (pli === undefined) plis.set(nouveau.cle, nouveau)
    else pli.lettres.push(dossier)
  }
  return [...plis.values()]
    .toSorted((a, b) => a.ordre - b.ordre || (a.cle < b.cle ? -1 : 1))
    .map(({ ordre: _ordre, ...pli }) => pli)
}

function pliDe(dossier: DossierLettre, signataire: Signataire, portee: Portee): Pli & { ordre: number } {
  const { residence } = dossier
  const code = codeDe(signataire)
  const nom = portee === 'agent' ? '' : signataire.nom
  const lieu = portee === 'residence' ? residence : null
  const departement = portee === 'departement' || portee === 'residence' ? (residence?.departement ?? '') : ''
  // Whoever is named is one person; otherwise the place tells who it is.
  const qui = portee === 'residence' ? (residence?.uai ?? '') : nom === '' ? departement : ''
  return {
    cle: [code, plier(nom), qui].join('|'),
    ordre: signataire.ordre,
    ...{ portee, code, nom, lieu, departement },
    qualite: portee === 'agent' ? 'Les agents concernés' : signataire.qualite,
    lettres: [dossier],
  }
}
