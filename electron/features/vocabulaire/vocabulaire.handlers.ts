import { AppError } from '../../../shared/app-error'
import { categoriesVocabulaire, type Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { vocabulaireContract } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { translateSqliteError } from '../../database/sqlite-error'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { HandlersOf } from '../../register/handler'
import { deleteTerme, getTerme, insertTermes, lastOrdre, listVocabulaires, updateTerme } from './vocabulaire.queries'

export const vocabulaireHandlers = {
  'vocabulaire.lister': ({ db }) => listVocabulaires(db),

  'vocabulaire.ajouter': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      const validite = { actif: 1, debutLe: null, finLe: null, remplaceParId: null } as const
      const terme: Vocabulaire = { ...input, ...validite, id: newId(), ordre: (await lastOrdre(db, input.liste)) + 1 }
      refuseWrongCategorie(terme)
      await insertTermes(db, [terme])
      return terme
    }),

  'vocabulaire.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute(async (db) => {
      const avant = await getTerme(db, id)
      refuserSiChangeEntreTemps(avant, { champs, attendu })
      const terme = { ...avant, ...champs } as Vocabulaire
      refuseWrongCategorie(terme)
      refuseWrongValidite(terme, await listVocabulaires(db))
      await updateTerme(db, id, champs as Partial<Vocabulaire>)
      return terme
    }),

  'vocabulaire.deplacer': async ({ db }, { id, sens }) =>
    db.transaction().execute(async (db) => {
      const { liste } = await getTerme(db, id)
      const avant = (await listVocabulaires(db)).filter((terme) => terme.liste === liste)
      for (const [index, terme] of moved(avant, id, sens).entries()) {
        if (terme.ordre !== index + 1) await updateTerme(db, terme.id, { ordre: index + 1 })
      }
      return null
    }),

  'vocabulaire.supprimer': async ({ db }, { id }) => {
    const terme = await getTerme(db, id)
    try {
      await db.transaction().execute((db) => deleteTerme(db, id))
    } catch (cause) {
      if (translateSqliteError(cause)?.code !== 'forbidden') throw cause
      throw new AppError(
        'forbidden',
        `« ${terme.libelle} » est utilisé par des fiches du registre : il ne peut pas être supprimé. Vous pouvez le rendre inactif ; il ne sera plus proposé.`,
        { cause },
      )
    }
    return null
  },
} satisfies HandlersOf<typeof vocabulaireContract>

/** The list with one of its terms one place up or down. */
function moved(termes: readonly Vocabulaire[], id: string, sens: 'monter' | 'descendre'): Vocabulaire[] {
  const from = termes.findIndex((terme) => terme.id === id)
  const to = sens === 'monter' ? from - 1 : from + 1
  const [here, there] = [termes[from], termes[to]]
  return here && there ? termes.with(from, there).with(to, here) : [...termes]
}

/** A text of reference ends after it begins, and is replaced by another text of reference. */
function refuseWrongValidite({ id, debutLe, finLe, remplaceParId }: Vocabulaire, tous: readonly Vocabulaire[]): void {
  if (debutLe !== null && finLe !== null && finLe < debutLe) {
    const message = 'Ce texte cesserait d’être en vigueur avant de l’avoir été. Rien n’a été enregistré.'
    throw new AppError('invalid', message, { fields: { finLe: message } })
  }
  const visa = tous.find((terme) => terme.id === remplaceParId)
  if (remplaceParId !== null && (remplaceParId === id || visa?.liste !== 'visa')) {
    const message = 'Choisissez un autre texte de référence de la liste. Rien n’a été enregistré.'
    throw new AppError('invalid', message, { fields: { remplaceParId: message } })
  }
}

/** The code branches on the category: a list that has categories takes no other. */
function refuseWrongCategorie({ liste, categorie, heures }: Vocabulaire): void {
  const categories: readonly string[] | undefined =
    liste in categoriesVocabulaire ? categoriesVocabulaire[liste as keyof typeof categoriesVocabulaire] : undefined
  if (categories && (categorie === null || !categories.includes(categorie))) {
    throw new AppError(
      'invalid',
      'Choisissez une catégorie pour ce terme : le logiciel s’en sert pour compter et pour rédiger.',
      {
        fields: { categorie: 'Catégorie obligatoire dans cette liste.' },
      },
    )
  }
  if (liste === 'regimeService' && (heures === null || heures <= 0)) {
    throw new AppError('invalid', 'Un régime de service a un nombre d’heures à 100 %.', {
      fields: { heures: 'Nombre d’heures obligatoire pour un régime de service.' },
    })
  }
}
