import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { terminal } from '../helpers/terminal'

describe('la ligne de commande, sur le vrai Electron', () => {
  const { dossier, lancer } = terminal()

  it('crée un registre dans le dossier de l’utilisatrice, et le vérifie', async () => {
    expect(await lancer('creer', 'r.mlds', '--academie', '14')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('Rennes') as string,
    })
    expect(existsSync(join(dossier, 'r.mlds'))).toBe(true)
    expect(existsSync(join(dossier, 'r.mlds.verrou'))).toBe(false)
    const verifie = await lancer('verifier', 'r.mlds', '--json')
    expect(verifie.code).toBe(0)
    expect(JSON.parse(verifie.stdout)).toMatchObject({ integrite: 'saine', constats: [] })
  })

  it.each([
    ['un mot inconnu', ['cree', 'r.mlds'], 2, 'Vouliez-vous dire « creer »'],
    ['une académie inconnue', ['creer', 'x.mlds', '--academie', '99'], 1, 'Codes possibles'],
    ['une académie mal écrite', ['creer', 'x.mlds', '--academie', 'Renne'], 2, 'Vouliez-vous dire « Rennes » (14)'],
    ['un registre qui existe déjà', ['creer', 'r.mlds', '--academie', '14'], 1, 'existe déjà'],
    ['un registre absent', ['verifier', 'absent.mlds'], 1, 'n’existe pas'],
    [
      'une année qui n’est pas ouverte',
      ['exporter', 'bilan', '--registre', 'r.mlds', '--annee', '2001-2002', '--sortie', 'b.xlsx'],
      1,
      '2001-2002',
    ],
    [
      'un jour d’avant le journal',
      ['lister', 'agents', '--registre', 'r.mlds', '--annee', '2026-2027', '--au', '31/12/2001'],
      1,
      'ne remonte pas au 31/12/2001',
    ],
    [
      'un jour qui n’existe pas',
      ['lister', 'agents', '--registre', 'r.mlds', '--annee', '2026-2027', '--au', '31/02/2026'],
      2,
      '--au attend un jour',
    ],
    [
      'un format de lettre inconnu',
      ['exporter', 'lettres', '--registre', 'r.mlds', '--annee', '2026-2027', '--sortie', 'l', '--format', 'odt'],
      2,
      '--format attend « pdf » ou « docx »',
    ],
    [
      'un dossier de sortie absent',
      ['exporter', 'bilan', '--registre', 'r.mlds', '--annee', '2026-2027', '--sortie', 'nulle/part/b.xlsx'],
      1,
      'nulle/part',
    ],
  ])('répond d’une phrase à %s', async (_cas, mots, code, phrase) => {
    const sortie = await lancer(...mots)
    expect(sortie.stderr).toContain(phrase)
    expect(sortie).toMatchObject({ code, stdout: '' })
    expect(existsSync(join(dossier, 'x.mlds'))).toBe(false)
  })

  it('ne touche pas à un fichier qui n’est pas un registre', async () => {
    writeFileSync(join(dossier, 'texte.mlds'), 'Bonjour')
    expect(await lancer('verifier', 'texte.mlds')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('n’est pas un registre MLDS') as string,
    })
  })

  it('liste, filtre et exporte une liste', async () => {
    const lire = (...mots: string[]) => lancer('lister', mots[0] ?? '', '--registre', 'r.mlds', ...mots.slice(1))
    const { code, stdout, stderr } = await lire('reseaux', '--filtre', 'membres = 0', '--json')
    const filtre = 'Membres = 0'
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { retenues: 0, ensemble: 0, filtre, reseaux: [] }])
    expect(stderr).toContain(filtre)
    const csv = await lire('fse', '--tri', 'prevu:desc', '--csv', 'fse.csv')
    expect(csv).toMatchObject({ code: 0, stderr: expect.stringContaining('« fse.csv » est écrit') as string })
    expect(readFileSync(join(dossier, 'fse.csv'), 'utf8')).toContain('"Numéro";"Opération"')
    writeFileSync(join(dossier, 'fse.csv'), 'gardé')
    const encore = await lire('fse', '--csv', 'fse.csv')
    expect(encore).toMatchObject({ code: 1, stderr: expect.stringContaining('ajoutez --remplacer') as string })
    expect(readFileSync(join(dossier, 'fse.csv'), 'utf8')).toBe('gardé')
    const remplace = await lire('fse', '--annee', '2026-2027', '--csv', 'fse.csv', '--remplacer', '--json')
    expect(remplace).toMatchObject({ code: 0, stderr: expect.stringContaining('année 2026-2027') as string })
    expect(JSON.parse(remplace.stdout)).toMatchObject({ annee: '2026-2027', lignes: 0 })
    expect(readFileSync(join(dossier, 'fse.csv'), 'utf8')).toContain('"Numéro"')
    expect(await lire('agents', '--filtre', 'ville = Rennes')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/La colonne «\s?ville\s?» n’existe pas\. Colonnes\s?: agent, role/) as string,
    })
  })

  it('fait tout le métier sur la démonstration : une lettre par agent, son bilan, sa campagne', async () => {
    const demo = await lancer('demo', '--sortie', 'sortie')
    expect(demo).toMatchObject({ code: 0, stderr: expect.stringMatching(/45.agents/) as string })
    expect(readdirSync(join(dossier, 'sortie', 'lettres-2026-2027'))).toHaveLength(45)
    expect(existsSync(join(dossier, 'sortie', 'bilan-2025-2026.xlsx'))).toBe(true)
    const registre = ['--registre', 'sortie/demo.mlds', '--annee', '2026-2027']
    const signees = await lancer('lister', 'lettres', ...registre, '--etat', 'aLaSignature', '--json')
    const { filtre, retenues } = JSON.parse(signees.stdout) as { filtre: string; retenues: number }
    expect(filtre).toMatch(/^État est «.À la signature.»$/)
    expect(retenues).toBeGreaterThan(0)
    const campagne = await lancer('preparer', 'campagne', ...registre)
    expect(campagne).toMatchObject({ code: 0, stderr: expect.stringMatching(/·.à expliquer.·/) as string })
  })

  it('liste ses commandes', async () => {
    const { code, stdout } = await lancer('aide')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^ {2}exporter bilan .*classeur Excel/m)])
    const exporter = await lancer('aide', 'exporter', 'bilan')
    expect(exporter).toMatchObject({ code: 0, stdout: expect.stringMatching(/^exporter bilan /) as string })
    expect(await lancer('aide', 'volr')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('n’est pas une commande connue') as string,
    })
  })
})
