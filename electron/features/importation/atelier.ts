import { ecartDApercu, type ApercuClasseur } from '../../../shared/domain/importation/apercu'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import type { Context } from '../../register/context'
import { openClasseur, type ClasseurOuvert } from './classeur'

/** The workbook being previewed and the last plan shown of it: a corrected cell neither reads nor sends it all again. */
interface Atelier {
  jeton: string
  classeur: ClasseurOuvert
  version: number
  plan: PlanImportation | undefined
}

/** One per process: a preview is of one file at a time, and a parsed workbook is large. */
const ateliers = new WeakMap<Context['files'], Atelier>()

/** The workbook as it is on the disk now; parsed again only when its bytes changed. */
export async function ouvrirClasseur(context: Context, jeton: string): Promise<ClasseurOuvert> {
  const { files } = context
  const connu = ateliers.get(files)
  const ici = connu?.jeton === jeton ? connu : undefined
  const classeur = await openClasseur(files.resolve(jeton), context, ici?.classeur)
  if (ici?.classeur !== classeur)
    ateliers.set(files, { jeton, classeur, version: connu?.version ?? 0, plan: undefined })
  return classeur
}

/** What the window must receive of a new plan, given the one it says it has. */
export function montrer({ files }: Context, plan: PlanImportation, base: number | undefined): ApercuClasseur {
  const atelier = ateliers.get(files)
  if (!atelier) return { version: 0, plan: ecartDApercu(undefined, plan) }
  const connu = base === atelier.version ? atelier.plan : undefined
  atelier.version += 1
  atelier.plan = plan
  return { version: atelier.version, plan: ecartDApercu(connu, plan) }
}

/** Once imported, the workbook is no longer kept in memory. */
export const fermerAtelier = ({ files }: Context): boolean => ateliers.delete(files)
