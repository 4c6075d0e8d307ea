import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { modeleWordContract } from '../../../shared/domain/modele-word/modele-word.contract'
import { octetsModeleWord } from '../../../shared/domain/modele-word/modele-word'
import { verifierUsages } from '../../../shared/domain/modele-word/verification'
import { compte } from '../../../shared/nombres'
import { deliver } from '../../documents/deliver'
import { ouvrirModele } from '../../documents/docx-modele'
import { renderDocx } from '../../documents/docx'
import { getModele, listModeles } from '../../lettres/modeles'
import type { HandlersOf } from '../../register/handler'
import { modeleDeDepart } from './modele-word.documents'
import { describeModelesWord, findModeleWord, replaceModeleWord } from './modele-word.queries'

const typeMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const modeleWordHandlers = {
  'modeleWord.lister': async ({ db, resources }) => {
    const fichiers = new Map((await describeModelesWord(db)).map(({ modele, ...fichier }) => [modele, fichier]))
    return (await listModeles(db, resources)).map(({ code, libelle }) => ({
      modele: code,
      libelle,
      fichier: fichiers.get(code) ?? null,
    }))
  },

  'modeleWord.verifier': async ({ files }, { jeton }) => {
    const { nom, contenu } = lireDocument(files.resolve(jeton))
    const { usages, fautes } = await ouvrirModele(contenu, nom)
    return { nom, ...verifierUsages(usages, fautes) }
  },

  'modeleWord.definir': async ({ db, resources, files, newId, now }, { modele, jeton }) => {
    const { libelle } = await getModele(db, resources, modele)
    const document = jeton === null ? null : lireDocument(files.resolve(jeton))
    if (document) {
      const { usages, fautes } = await ouvrirModele(document.contenu, document.nom)
      refuserFautif(document.nom, verifierUsages(usages, fautes).erreurs, libelle)
    }
    const fichier = document && {
      id: newId(),
      ...document,
      typeMime,
      sha256: createHash('sha256').update(document.contenu).digest('hex'),
      ajouteAt: now(),
    }
    await db.transaction().execute((db) => replaceModeleWord(db, modele, fichier, newId))
    return null
  },

  'modeleWord.copier': async ({ db, files }, { modele, jeton }) => {
    const fichier = await findModeleWord(db, modele)
    if (!fichier) throw new AppError('notFound', 'Ce modèle de lettre n’a pas de document Word. Rien n’a été écrit.')
    await deliver(files.resolve(jeton), fichier.contenu)
    return null
  },

  'modeleWord.ecrireDepart': async ({ files, now }, { jeton }) => {
    const depart = modeleDeDepart()
    const proprietes = { auteur: '', sujet: depart.titre, creeLe: now() }
    await deliver(files.resolve(jeton), renderDocx(depart, proprietes))
    return null
  },
} satisfies HandlersOf<typeof modeleWordContract>

/** The bytes of a document chosen by the user, once its size is known to be acceptable. */
function lireDocument(chemin: string): { nom: string; contenu: Uint8Array<ArrayBuffer> } {
  const nom = basename(chemin)
  try {
    if (statSync(chemin).size > octetsModeleWord)
      throw new AppError('invalid', `« ${nom} » pèse plus de 5 Mo. Le modèle n’a pas été pris.`)
    return { nom, contenu: new Uint8Array(readFileSync(chemin)) }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('unavailable', `« ${nom} » n’a pas pu être lu. Le modèle n’a pas été pris.`, { cause })
  }
}

function refuserFautif(nom: string, erreurs: readonly string[], libelle: string): void {
  const [premiere] = erreurs
  if (premiere === undefined) return
  const autres = erreurs.length === 1 ? '' : ` Et ${compte(erreurs.length - 1, 'autre erreur', 'autres erreurs')}.`
  throw new AppError('invalid', `« ${nom} » : ${premiere}${autres} Le modèle « ${libelle} » n’a pas changé.`)
}
