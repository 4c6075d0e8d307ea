import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { codesLivres, contenuModele, type ModeleLu } from '../../shared/domain/modele-lettre/modele-lettre'
import { ligneRequise } from '../../shared/schema'
import type { Reader } from '../database/tables'

const livre = contenuModele.extend({ libelle: ligneRequise })

/** The models as shipped, read from `resources/lettres/<code>.json` each time: small, and editable while the app runs. */
export const readModelesLivres = (resources: string): ModeleLu[] =>
  codesLivres.map((code) => {
    const { libelle, ...contenu } = livre.parse(
      JSON.parse(readFileSync(join(resources, 'lettres', `${code}.json`), 'utf8')),
    )
    return { code, libelle, contenu, origine: 'livre' }
  })

/** Every model of the register: the shipped ones with what the académie changed, then those that it added, by name. */
export async function listModeles(db: Reader, resources: string): Promise<ModeleLu[]> {
  const livres = readModelesLivres(resources)
  const propres = (await db.selectFrom('modeleLettre').selectAll().execute()).map(({ code, libelle, contenu }) => ({
    code,
    libelle,
    contenu: contenuModele.parse(JSON.parse(contenu)),
  }))
  const ajoutes = propres
    .filter(({ code }) => !livres.some((livre) => livre.code === code))
    .map((modele): ModeleLu => ({ ...modele, origine: 'ajoute' }))
    .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'))
  return [
    ...livres.map((livre): ModeleLu => {
      const modifie = propres.find(({ code }) => code === livre.code)
      return modifie ? { ...modifie, origine: 'modifie' } : livre
    }),
    ...ajoutes,
  ]
}

/** Throws `notFound` when the register has no such model. */
export async function getModele(db: Reader, resources: string, code: string): Promise<ModeleLu> {
  const modele = (await listModeles(db, resources)).find((autre) => autre.code === code)
  if (!modele) throw new AppError('notFound', 'Ce modèle de lettre n’existe plus dans le registre. Rien n’a changé.')
  return modele
}
