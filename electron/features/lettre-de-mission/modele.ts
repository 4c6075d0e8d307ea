import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { modelesLettre, type ModeleLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'

/** What a model may ask to have inserted: facts of the letter, never words of ours. */
const inserts = [
  'perimetre',
  'etablissements',
  'heures',
  'domaines',
  'objectifs',
  'fse',
  'instances',
  'moyens',
  'suivi',
  'observations',
] as const
export type Insert = (typeof inserts)[number]

const insert = z.strictObject({ insere: z.enum(inserts) })
/** A sentence with its fields `{debut}` and its agreements `{affecté|affectée}`; left out when one of its fields is empty. */
const element = z.union([z.string(), z.strictObject({ liste: z.array(z.string()) }), insert])
const article = z.union([z.strictObject({ titre: z.string(), contenu: z.array(element) }), insert])

const signataireModele = z.strictObject({
  /** The agent: reads before signing, and is named by the letter itself. */
  agent: z.literal(true).optional(),
  /** Of the académie's list of signatories. */
  code: z.string(),
  /** Kinds of résidence (the annuaire's) for which, or except for which, this signatory is proposed. */
  siResidence: z.array(z.string()).optional(),
  saufResidence: z.array(z.string()).optional(),
  /** The letter reaches the agent « s/c » of this one. */
  voieHierarchique: z.literal(true).optional(),
  /** Named with the résidence administrative. */
  residence: z.literal(true).optional(),
  /** Signs for the head of the académie, in the words of its settings. */
  autorite: z.literal(true).optional(),
})
export type SignataireModele = z.infer<typeof signataireModele>

const modeleRedige = z.strictObject({
  objet: z.string(),
  signataires: z.array(signataireModele),
  sections: z.array(
    z.strictObject({
      titre: z.string(),
      contenu: z.array(element).default([]),
      articles: z.array(article).default([]),
    }),
  ),
  instances: z.string(),
  moyens: z.string(),
  suivi: z.string(),
  /** Activities by code of the académie's domaines or axes. */
  activites: z.record(z.string(), z.array(z.string())),
  mentionAgent: z.string(),
  copies: z.string(),
})
export type ModeleRedige = z.infer<typeof modeleRedige>
export type Element = ModeleRedige['sections'][number]['contenu'][number]
export type Article = ModeleRedige['sections'][number]['articles'][number]
export type ModelesRediges = Record<ModeleLettre, ModeleRedige>

/** The letters' words, read from `resources/lettres/<modèle>.json` each time: small, and editable while the app runs. */
export function readModeles(resources: string): ModelesRediges {
  const lus = modelesLettre.map((nom) => [
    nom,
    modeleRedige.parse(JSON.parse(readFileSync(join(resources, 'lettres', `${nom}.json`), 'utf8'))),
  ])
  return Object.fromEntries(lus) as ModelesRediges
}
