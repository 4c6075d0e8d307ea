import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ouvrirModele } from '../../../../electron/documents/docx-modele'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import { definirPartsFse, modifierLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { BlocModele } from '../../../../shared/domain/modele-lettre/modele-lettre'
import { analyser } from '../../../../shared/domain/modele-lettre/redaction'
import { definirModeleWord, ecrireModeleDeDepart } from '../../../../shared/domain/modele-word/modele-word.contract'
import { lireDocx, texteDe } from '../../../helpers/docx'
import { cadreExemple } from '../../../helpers/lettre'
import { insertLettreASigner, insertLieu, insertOperationFse } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

/** Ready-made blocks that a Word document writes with a loop or a field of another name. */
const equivalents: Readonly<Record<string, string>> = { heures: 'domaineHeures', fse: 'operationsFse' }

const champsDe = (texte: string): string[] =>
  analyser(texte).flatMap((segment) => (segment.genre === 'champ' ? [segment.code] : []))

function motsDe(bloc: BlocModele): string[] {
  switch (bloc.genre) {
    case 'condition':
    case 'boucle':
      return [bloc.code, ...bloc.blocs.flatMap(motsDe)]
    case 'contenu':
      return [equivalents[bloc.code] ?? bloc.code]
    case 'liste':
      return bloc.items.flatMap(champsDe)
    default:
      return champsDe(bloc.texte)
  }
}

async function depart(): Promise<string> {
  const chemin = join(r.dossier, 'depart.docx')
  await r.call(ecrireModeleDeDepart, { jeton: r.grant(chemin) })
  return chemin
}

describe('le document de départ', () => {
  it.each(cadreExemple().modeles)('emploie tout ce que dit le modèle « $libelle »', async ({ contenu }) => {
    const { usages } = await ouvrirModele(readFileSync(await depart()), 'depart.docx')
    const employes = new Set(usages.map(({ code }) => code))
    const mots = [...champsDe(contenu.objet), ...contenu.blocs.flatMap(motsDe)]
    expect(mots.length).toBeGreaterThan(10)
    expect(mots.filter((mot) => !employes.has(mot))).toEqual([])
  })

  it('écrit l’opération FSE, la référence, la voie hiérarchique, les instances et le régime d’une lettre', async () => {
    const residenceId = await insertLieu(r, '0350001A', 'Lycée Macé')
    const id = await insertLettreASigner(r, { agent: { nom: 'Hamon', prenom: 'Nadège' }, residenceId })
    await r.call(modifierLettre, { id, champs: { reference: 'MLDS/012', instances: 'Vous participez aux GPDS.' } })
    const part = { operationId: await insertOperationFse(r), pourcentage: 40, accepteeLe: null }
    await r.call(definirPartsFse, {
      id,
      lignes: [{ ...part, debutLe: '2026-09-01', finLe: '2027-06-30', missions: 'Accueil des jeunes' }],
    })
    await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: r.grant(await depart()) })
    const cible = join(r.dossier, 'lettre.docx')
    await r.call(exporterLettres, {
      anneeId: '2026-2027',
      ids: [id],
      format: 'docx',
      jetonFichierUnique: r.grant(cible),
    })
    const lignes = texteDe((await lireDocx(readFileSync(cible))).get('word/document.xml') ?? '').map((l) => lisible(l))
    const texte = lignes.join('\n')
    expect(texte).toMatch(/Au titre de l’opération n° 202403127 « Persévérance » \(FSE\+\), .* un temps fixe de 40 %/u)
    expect(texte).toContain('soumise à l’acceptation du service gestionnaire')
    expect(texte).not.toContain('a été acceptée')
    expect(lignes).toEqual(
      expect.arrayContaining([
        'Accueil des jeunes',
        'Le reste de votre temps de travail, soit 60 %, est consacré à vos autres missions.',
        'Cofinancé par l’Union européenne.',
        'Instances et réunions',
        'Vous participez aux GPDS.',
      ]),
    )
    expect(texte).toContain('Réf. : MLDS/012')
    expect(texte).toMatch(/s\/c .*Lycée Macé/u)
    expect(texte).toMatch(/régime « .+ », soit/u)
    expect(texte).not.toMatch(/à compléter : (?!Affaire|Tél|Mél|Courriel|Service|Ville|Adresse|Qui)|\{|\}/u)
  })
})
