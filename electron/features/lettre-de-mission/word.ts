import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import { valeursLettre } from '../../../shared/domain/modele-lettre/valeurs'
import { enumerer, nomAffiche } from '../../../shared/text'
import { renderDocx } from '../../documents/docx'
import { type ModeleWord, ouvrirModele } from '../../documents/docx-modele'
import type { Reader } from '../../database/tables'
import type { Context } from '../../register/context'
import { readRedacteur } from './cadre'
import { assembler, type CadreLettre } from './lettre-de-mission.documents'
import { findModeleWord } from './modele-word.queries'
import { proprietesDocument } from './proprietes'
import { porteeDeLettre } from './word-portee'

/** What writes letters for Word, and what it had to leave to complete. */
export interface EcritureWord {
  /** One file of these letters, in order. */
  ecrire: (choisis: readonly DossierLettre[]) => Uint8Array
  aCompleter: { agent: string; message: string }[]
}

/**
 * Letters as Word documents: the académie's own document filled in, for a letter whose model has one; else the same
 * description as the PDF. A frozen letter is the one it froze; so are letters together in one file.
 */
export async function readWord(
  context: Context,
  dossiers: readonly DossierLettre[],
  { cadre, anneeId }: { cadre: CadreLettre; anneeId: string },
): Promise<EcritureWord> {
  const rediger = await readRedacteur(context.db, dossiers, cadre)
  const modeles = await readModelesWord(context.db, dossiers)
  const proprietes = proprietesDocument(context, cadre.academie, { sujet: 'Lettre de mission MLDS', anneeId })
  const aCompleter: EcritureWord['aCompleter'] = []

  const remplir = (modele: ModeleWord, dossier: DossierLettre): Uint8Array => {
    const manques = new Set<string>()
    const { contenu } = modeleDe(cadre.modeles, dossier.lettre.modele)
    const valeurs = valeursLettre(dossier, cadre.academie, contenu)
    const portee = porteeDeLettre(valeurs, dossier.agent.civilite, manques)
    const octets = modele.remplir(portee, assembler([dossier], [], anneeId).titre, proprietes)
    if (manques.size > 0)
      aCompleter.push({
        agent: nomAffiche(dossier.agent),
        message: `À compléter dans le document : ${enumerer([...manques])}.`,
      })
    return octets
  }

  return {
    aCompleter,
    ecrire: (choisis) => {
      const [seul] = choisis
      const modele =
        choisis.length === 1 && seul && !estFigee(seul.lettre.etat) ? modeles.get(seul.lettre.modele) : null
      if (seul && modele) return remplir(modele, seul)
      return renderDocx(assembler(choisis, choisis.map(rediger), anneeId), proprietes)
    },
  }
}

/** The académie's documents, opened once for all the letters that fill them in. */
async function readModelesWord(db: Reader, dossiers: readonly DossierLettre[]): Promise<Map<string, ModeleWord>> {
  const ouverts = new Map<string, ModeleWord>()
  for (const code of new Set(dossiers.map(({ lettre }) => lettre.modele))) {
    const fichier = await findModeleWord(db, code)
    if (fichier) ouverts.set(code, await ouvrirModele(fichier.contenu, fichier.nom))
  }
  return ouverts
}
