import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ouvrirModele } from '../../../../electron/documents/docx-modele'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import {
  changerEtatLettre,
  definirDomaines,
  definirPartsFse,
  lireLettre,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { preparerAvenantLettre, remplacerLettre } from '../../../../shared/domain/lettre-de-mission/vie.contract'
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

/** What the Word document of a letter says, the starting document being the académie's. */
async function remplie(id: string): Promise<string[]> {
  await r.call(definirModeleWord, { modele: 'coordonnateur', jeton: r.grant(await depart()) })
  const cible = join(r.dossier, 'lettre.docx')
  await r.call(exporterLettres, { anneeId: '2026-2027', ids: [id], format: 'docx', jetonFichierUnique: r.grant(cible) })
  return texteDe((await lireDocx(readFileSync(cible))).get('word/document.xml') ?? '').map((l) => lisible(l))
}

/** A letter in force, for one établissement. */
async function signee(): Promise<string> {
  const residenceId = await insertLieu(r, '0350001A', 'Lycée Macé')
  const id = await insertLettreASigner(r, { agent: { nom: 'Hamon', prenom: 'Nadège' }, residenceId })
  await r.call(modifierLettre, { id, champs: { reference: 'MLDS/012' } })
  await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })
  await r.call(changerEtatLettre, { id, vers: 'signee', le: '2026-09-20' })
  return id
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
    const lignes = await remplie(id)
    const texte = lignes.join('\n')
    expect(texte).toMatch(/Au titre de l’opération n° 202403127 « Persévérance » \(FSE\+\), .* un temps fixe de 40 %/u)
    expect(texte).toContain('soumise à l’acceptation du service gestionnaire')
    expect(texte).not.toContain('a été acceptée')
    expect(lignes).toEqual(
      expect.arrayContaining([
        'Accueil des jeunes',
        'Le reste de votre temps de travail, soit 60 %, est consacré à vos autres missions.',
        'Cofinancé par l’Union européenne',
        'Instances et réunions',
        'Vous participez aux GPDS.',
      ]),
    )
    expect(texte).toContain('Réf. : MLDS/012')
    expect(texte).toMatch(/s\/c .*Lycée Macé/u)
    expect(texte).toMatch(/régime « .+ », soit/u)
    expect(texte).not.toMatch(/à compléter : (?!Affaire|Tél|Mél|Courriel|Service|Ville|Adresse|Qui)|\{|\}/u)
  })
  it('dit d’un avenant ce qu’il modifie, point par point, et où l’agent en prend connaissance', async () => {
    const { lettre } = await r.call(preparerAvenantLettre, {
      id: await signee(),
      dateEffetLe: '2027-01-01',
      motif: 'Temps partiel',
    })
    await r.call(modifierLettre, { id: lettre.id, champs: { quotite: 80 } })
    const lignes = await remplie(lettre.id)
    expect(lignes).toEqual(
      expect.arrayContaining([
        'Objet : Avenant n° 1 à la lettre de mission – coordonnatrice MLDS – année scolaire 2026-2027',
        'Objet de l’avenant',
        'Le présent avenant modifie la lettre de mission du 1er septembre 2026 (réf. MLDS/012), à compter du 1er janvier 2027, sur les points suivants :',
        'La lettre de mission s’applique désormais dans la rédaction qui suit, jusqu’au 31 août 2027.',
      ]),
    )
    const points = lignes.slice(lignes.findIndex((ligne) => /points suivants/u.test(ligne)) + 1)
    expect(points[0]).toBe('Quotité : 80 % au lieu de 100 % ;')
    expect(lignes.filter((ligne) => /^Lu et pris connaissance le/u.test(ligne))).toHaveLength(1)
  })

  it('dit d’une lettre de remplacement ce qu’elle remplace, et d’une lettre seule rien de cela', async () => {
    const id = await signee()
    expect((await remplie(id)).join(' ')).not.toMatch(/avenant modifie|annule et remplace/u)
    const { lettre } = await r.call(remplacerLettre, { id, dateEffetLe: '2026-10-01', motif: 'Erreur de résidence' })
    const lignes = await remplie(lettre.id)
    expect(lignes).toContain(
      'La présente lettre annule et remplace la lettre de mission du 1er septembre 2026 (réf. MLDS/012), à compter du 1er octobre 2026.',
    )
    expect(lignes).not.toContain('Objet de l’avenant')
  })

  it('totalise les heures réparties sous leur tableau', async () => {
    const residenceId = await insertLieu(r, '0350001A', 'Lycée Macé')
    const id = await insertLettreASigner(r, { agent: { nom: 'Hamon', prenom: 'Nadège' }, residenceId })
    const { domaines } = await r.call(lireLettre, { id })
    const lignes = domaines.map(({ domaineId }, rang) => ({ domaineId, heures: rang === 0 ? 400 : 100, activites: '' }))
    await r.call(definirDomaines, { id, lignes })
    const total = 300 + 100 * lignes.length
    expect((await remplie(id)).join('|')).toContain(`|Total|${String(total)} h|`)
  })
})
