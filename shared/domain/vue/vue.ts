import { z } from 'zod'
import { id, ligneRequise } from '../../schema'
import { tri } from '../../liste/demande'
import { filtre } from '../../liste/filtre'

/** A saved view of a list: its columns in order, what is kept, how it is ordered and drawn. */
export const contenuDeVue = z.object({
  recherche: z.string().max(300).default(''),
  filtre: filtre.nullable().default(null),
  /** Keys of the chips pressed; one that the list no longer has keeps nothing out. */
  puces: z.array(z.string().max(100)).max(100).default([]),
  tris: z.array(tri).max(10).default([]),
  groupe: tri.nullable().default(null),
  /** Every column that the view places, in its order; the others follow as the list has them. */
  colonnes: z
    .array(
      z.object({
        cle: z.string().min(1).max(100),
        /** Pixels; the list's own width when absent. */
        largeur: z.number().int().min(24).max(2000).optional(),
        epinglee: z.boolean().default(false),
        masquee: z.boolean().default(false),
      }),
    )
    .max(300)
    .default([]),
  densite: z.enum(['normale', 'compacte']).default('normale'),
})
export type ContenuDeVue = z.output<typeof contenuDeVue>

/** As the register keeps it: `contenu` is the JSON of a `ContenuDeVue`. */
export const vue = z.object({
  id,
  /** Key of a list; a view of a list that is no more is kept and never shown. */
  liste: z.string().min(1).max(60),
  nom: ligneRequise.max(80),
  contenu: z.string().max(100_000),
})
export type Vue = z.infer<typeof vue>

/** A view as screens read it. */
export interface VueLue {
  id: string
  liste: string
  nom: string
  contenu: ContenuDeVue
  /** What could not be read of it, in a sentence; null when all was. */
  remarque: string | null
}

const formatDeFichier = 'registre-mlds/vue'
const versionDeFichier = 1

const fichierDeVue = z.object({
  format: z.literal(formatDeFichier),
  version: z.number().int(),
  liste: z.string().max(60),
  nom: vue.shape.nom,
  contenu: contenuDeVue,
})

/** The text of a small file that another register reads. */
export const ecrireFichierDeVue = ({ liste, nom, contenu }: Pick<VueLue, 'liste' | 'nom' | 'contenu'>): string =>
  `${JSON.stringify({ format: formatDeFichier, version: versionDeFichier, liste, nom, contenu }, null, 2)}\n`

/** A view read from a file, or the sentence that says why it is not one; `listes` are the keys known here. */
export function lireFichierDeVue(
  texte: string,
  listes: readonly string[],
): { ok: true; vue: Pick<VueLue, 'liste' | 'nom' | 'contenu'> } | { ok: false; message: string } {
  const lu = json(texte)
  const entete = z.object({ format: z.literal(formatDeFichier), version: z.number() }).safeParse(lu)
  if (!entete.success) {
    return { ok: false, message: 'Ce fichier n’est pas une vue enregistrée de Registre MLDS. Rien n’a été ajouté.' }
  }
  if (entete.data.version > versionDeFichier) {
    return {
      ok: false,
      message:
        'Cette vue vient d’une version plus récente du logiciel. Mettez-le à jour, ou demandez un autre fichier. Rien n’a été ajouté.',
    }
  }
  const fichier = fichierDeVue.safeParse(lu)
  if (!fichier.success) {
    const ou = fichier.error.issues[0]?.path.map(String).join('.') ?? ''
    return { ok: false, message: `Cette vue est abîmée : « ${ou} » ne se lit pas. Rien n’a été ajouté.` }
  }
  const { liste, nom, contenu } = fichier.data
  if (!listes.includes(liste)) {
    return { ok: false, message: `Cette vue est celle d’une liste inconnue ici, « ${liste} ». Rien n’a été ajouté.` }
  }
  return { ok: true, vue: { liste, nom, contenu } }
}

function json(texte: string): unknown {
  try {
    return JSON.parse(texte.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

/** A stored view as screens read it: what a later version wrote and this one does not know is left out, and said. */
export function lireVue({ id: identifiant, liste, nom, contenu }: Vue): VueLue {
  const lu = contenuDeVue.safeParse(json(contenu))
  return lu.success
    ? { id: identifiant, liste, nom, contenu: lu.data, remarque: null }
    : {
        id: identifiant,
        liste,
        nom,
        contenu: contenuDeVue.parse({}),
        remarque: `La vue « ${nom} » ne se lit plus : la liste est montrée entière. Enregistrez-la de nouveau, ou supprimez-la.`,
      }
}

/** « Mes contrats (2) » when the name is taken. */
export function nomLibre(nom: string, pris: ReadonlySet<string>): string {
  if (!pris.has(nom)) return nom
  for (let rang = 2; ; rang += 1) {
    const propose = `${nom.slice(0, 70)} (${String(rang)})`
    if (!pris.has(propose)) return propose
  }
}
