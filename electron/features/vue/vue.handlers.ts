import { readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { clesDesVues } from '../../../shared/domain/liste/tableaux'
import { ecrireFichierDeVue, lireFichierDeVue, lireVue, nomLibre, type Vue } from '../../../shared/domain/vue/vue'
import type { vueContract } from '../../../shared/domain/vue/vue.contract'
import { cleTri } from '../../../shared/text'
import type { Reader } from '../../database/tables'
import { deliver } from '../../documents/deliver'
import type { HandlersOf } from '../../register/handler'
import { deleteVue, getVue, insertVue, listVues, updateVue } from './vue.queries'

/** A view is a few kilobytes: a longer file is something else. */
const octetsAuPlus = 200_000

export const vueHandlers = {
  'vue.lister': async ({ db }, { liste }) => {
    const vues = (await listVues(db, liste)).map(lireVue).map((vue) => ({ vue, cle: cleTri(vue.nom) }))
    return vues.toSorted((a, b) => (a.cle < b.cle ? -1 : 1)).map(({ vue }) => vue)
  },

  'vue.creer': async ({ db, newId }, { liste, nom, contenu }) =>
    db.transaction().execute(async (db) => {
      await refuserNomPris(db, liste, nom)
      const vue: Vue = { id: newId(), liste, nom, contenu: JSON.stringify(contenu) }
      await insertVue(db, vue)
      return lireVue(vue)
    }),

  'vue.modifier': async ({ db }, { id, champs }) =>
    db.transaction().execute(async (db) => {
      const avant = await getVue(db, id)
      if (champs.nom !== undefined && champs.nom !== avant.nom) await refuserNomPris(db, avant.liste, champs.nom)
      const ecrits = {
        ...(champs.nom !== undefined && { nom: champs.nom }),
        ...(champs.contenu && { contenu: JSON.stringify(champs.contenu) }),
      }
      await updateVue(db, id, ecrits)
      return lireVue({ ...avant, ...ecrits })
    }),

  'vue.supprimer': async ({ db }, { id }) => {
    await deleteVue(db, (await getVue(db, id)).id)
    return null
  },

  'vue.exporter': async ({ db, files }, { id, jeton }) => {
    const chemin = files.resolve(jeton)
    await deliver(chemin, Buffer.from(ecrireFichierDeVue(lireVue(await getVue(db, id))), 'utf8'))
    return { jeton, nom: basename(chemin), dossier: dirname(chemin) }
  },

  'vue.importer': async ({ db, files, newId }, { jeton }) => {
    const lecture = lireFichierDeVue(lireFichier(files.resolve(jeton)), clesDesVues)
    if (!lecture.ok) throw new AppError('invalid', lecture.message)
    const { liste, nom, contenu } = lecture.vue
    return db.transaction().execute(async (db) => {
      const pris = new Set((await listVues(db, liste)).map((vue) => vue.nom))
      const vue: Vue = { id: newId(), liste, nom: nomLibre(nom, pris), contenu: JSON.stringify(contenu) }
      await insertVue(db, vue)
      return lireVue(vue)
    })
  },
} satisfies HandlersOf<typeof vueContract>

async function refuserNomPris(db: Reader, liste: string, nom: string): Promise<void> {
  const prises = await listVues(db, liste)
  if (!prises.some((vue) => vue.nom === nom)) return
  const message = `Une vue de cette liste s’appelle déjà « ${nom} ». Choisissez un autre nom ; rien n’a changé.`
  throw new AppError('conflict', message, { fields: { nom: message } })
}

function lireFichier(chemin: string): string {
  try {
    if (statSync(chemin).size > octetsAuPlus) {
      throw new AppError('invalid', `« ${basename(chemin)} » est trop gros pour être une vue. Rien n’a été ajouté.`)
    }
    return readFileSync(chemin, 'utf8')
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('unavailable', `« ${basename(chemin)} » n’a pas pu être lu. Rien n’a été ajouté.`, {
      cause: error,
    })
  }
}
