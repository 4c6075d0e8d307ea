import { ecrireListe, pageDeListe } from '../../shared/domain/liste/liste.contract'
import { clesEtablissement } from '../../shared/domain/etablissement/cles'
import type { InputOf } from '../../shared/ipc'
import { lettreCleAttendue } from '../../shared/uai'
import { testRegistre, type TestRegistre } from '../helpers/registre'

/**
 * The register process's share of a list of 100 000 établissements: the page with its filter and its count ÷ the same SQL
 * by hand; a keystroke of the search; the first page ÷ that of a list of 1 000.
 */
const grande = 100_000
const petite = 1_000
const tours = 25
const contexte = { anneeId: '2026-2027' }

type Demande = Omit<InputOf<typeof pageDeListe>, 'liste' | 'contexte'>

const page = (r: TestRegistre, demande: Demande = {}) =>
  r.call(pageDeListe, { liste: 'etablissements', contexte, ...demande })

const communes = ['Rennes', 'Saint-Malo', 'Fougères', 'Vitré', 'Redon', 'Évran', 'Dinan', 'Lannion', 'Brest', 'Quimper']
const types = ['Collège', 'Lycée', 'EREA', 'Information et orientation', 'Service administratif']

async function registreDe(nombre: number): Promise<TestRegistre> {
  const r = await testRegistre()
  const colonnes = r.sqlite.pragma('table_info(etablissement)') as { name: string; type: string; notnull: number }[]
  const insert = r.sqlite.prepare(
    `INSERT INTO etablissement (${colonnes.map(({ name }) => name).join(', ')}) VALUES (${colonnes.map(({ name }) => `@${name}`).join(', ')})`,
  )
  const defauts = Object.fromEntries(
    colonnes.map(({ name, type, notnull }) => [name, notnull === 0 ? null : type === 'TEXT' ? '' : 0]),
  )
  r.sqlite.transaction(() => {
    for (let rang = 0; rang < nombre; rang += 1) insert.run({ ...defauts, ...etablissement(rang) })
  })()
  r.sqlite.pragma('optimize')
  return r
}

function etablissement(rang: number): Record<string, unknown> {
  const chiffres = `${String(10 + Math.floor(rang / 10_000)).padStart(3, '0')}${String(rang % 10_000).padStart(4, '0')}`
  const faits = {
    uai: `${chiffres}${lettreCleAttendue(chiffres) ?? ''}`,
    nom: `${types[rang % 5] ?? ''} ${['Zola', 'Émile Combes', 'La Fontaine', 'Jean Moulin'][rang % 4] ?? ''} ${String(rang)}`,
    commune: `${communes[rang % 10] ?? ''} ${String(rang % 3000)}`,
    nature: 'COLLEGE',
  }
  return {
    ...faits,
    id: `01990000-0000-7000-8000-${String(rang).padStart(12, '0')}`,
    type: types[rang % 5],
    secteur: rang % 6 === 0 ? 'prive' : 'public',
    adresse: `${String(rang)} rue de la République`,
    codePostal: '35000',
    departement: ['022', '029', '035', '056'][rang % 4],
    academieCode: '14',
    courriel: `ce.${String(rang)}@ac-rennes.fr`,
    bassinNom: `Bassin ${String(rang % 30)}`,
    nombreEleves: rang % 900,
    etat: 'ouvert',
    ...clesEtablissement(faits),
  }
}

async function chronometrer(work: () => unknown): Promise<number> {
  const debut = performance.now()
  await work()
  return performance.now() - debut
}

const triees = (mesures: readonly number[]): number[] => mesures.toSorted((a, b) => a - b)
const mediane = (mesures: readonly number[]): number => triees(mesures)[Math.floor(mesures.length / 2)] ?? 0
const p95 = (mesures: readonly number[]): number => triees(mesures)[Math.ceil(mesures.length * 0.95) - 1] ?? 0

function dire(mesure: string, nous: number, pair: string, valeurPair: number, limite: number): void {
  console.log(JSON.stringify({ mesure, nous, pair, valeurPair, unite: 'ms', limite }))
}

/** Somebody writes: what the engine kept is made anew by the next question. */
const toucher = (r: TestRegistre, rang: number): unknown =>
  r.sqlite
    .prepare('UPDATE etablissement SET adresse = ? WHERE uai = (SELECT min(uai) FROM etablissement)')
    .run(`${String(rang)} rue neuve`)

/** A filter on two columns and a word, then its count: what the engine does ÷ the two queries written by hand. */
async function filtreEtCompte(r: TestRegistre): Promise<void> {
  const [lignes, nombre] = ['*', 'count(*)'].map((quoi) =>
    r.sqlite.prepare(`SELECT ${quoi} FROM etablissement
      WHERE type = ? AND secteur = 'public' AND instr(' ' || cleRecherche, ?) > 0
      ${quoi === '*' ? 'ORDER BY cleTri, id LIMIT 200' : ''}`),
  )
  const mesures = { chaud: [] as number[], froid: [] as number[], main: [] as number[] }
  for (let tour = 0; tour < tours; tour += 1) {
    const [type = '', mot = ''] = [types[tour % 5], ['zol', 'com', 'fontaine', 'mou'][tour % 4]]
    const filtre: Demande['filtre'] = {
      lien: 'et',
      termes: [
        { colonne: 'type', op: 'parmi', valeurs: [type] },
        { colonne: 'secteur', op: 'parmi', valeurs: ['Public'] },
      ],
    }
    const demande = { recherche: mot, filtre, avecTotaux: false }
    mesures.main.push(await chronometrer(() => [lignes?.all(type, ` ${mot}`), nombre?.all(type, ` ${mot}`)]))
    toucher(r, tour)
    mesures.froid.push(await chronometrer(() => page(r, demande)))
    // Another demand, so that no answer is one already given.
    mesures.chaud.push(await chronometrer(() => page(r, { ...demande, recherche: `${mot} r` })))
    const attendues = (nombre?.pluck().get(type, ` ${mot}`) ?? 0) as number
    const { retenues } = await page(r, demande)
    if (retenues !== attendues) throw new Error(`${String(retenues)} lignes retenues, ${String(attendues)} attendues.`)
    nombre?.pluck(false)
  }
  const main = mediane(mesures.main)
  dire('Page filtrée et comptée, 100 000 lignes', mediane(mesures.chaud), 'le même SQL à la main', main, 3)
  dire('La même, juste après une écriture', mediane(mesures.froid), 'le même SQL à la main', main, 3)
}

/** Words typed letter by letter, each state of the box asked once. */
async function frappe(r: TestRegistre): Promise<void> {
  const mots = ['lycée combes', 'fontaine 12', 'dinan 1', '0100', 'bassin 2', 'émile quimper']
  toucher(r, 0)
  await page(r, { avecTotaux: false })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const mesures: number[] = []
  const calculs: number[] = []
  for (const mot of mots) {
    for (let fin = 1; fin <= mot.length; fin += 1) {
      const avant = process.cpuUsage()
      mesures.push(await chronometrer(() => page(r, { recherche: mot.slice(0, fin), avecTotaux: false })))
      const { user, system } = process.cpuUsage(avant)
      calculs.push((user + system) / 1000)
    }
  }
  console.log(
    `Frappe : médiane ${mediane(mesures).toFixed(1)} ms, p95 ${p95(mesures).toFixed(1)} ms, temps de calcul p95 ${p95(calculs).toFixed(1)} ms.`,
  )
  dire('Une lettre de la recherche, p95, 100 000 lignes', p95(mesures), 'le seuil', 50, 1)
}

async function premierePage(grand: TestRegistre, petit: TestRegistre): Promise<void> {
  const mesures = { grand: [] as number[], petit: [] as number[] }
  await page(petit)
  for (let tour = 0; tour < tours; tour += 1) {
    toucher(petit, tour)
    mesures.petit.push(await chronometrer(() => page(petit, { avecTotaux: false })))
    toucher(grand, tour)
    mesures.grand.push(await chronometrer(() => page(grand, { avecTotaux: false })))
  }
  dire('Première page de 100 000 lignes', mediane(mesures.grand), 'celle de 1 000', mediane(mesures.petit), 1.2)
  const totaux = await chronometrer(() => page(grand, { nombre: 0 }))
  console.log(`Totaux seuls, 100 000 lignes, rien en mémoire : ${totaux.toFixed(1)} ms.`)
}

/** What a person pastes from a workbook: 10 000 rows of 60 cells, a third of them new, most of the columns unknown here. */
async function coller(r: TestRegistre): Promise<void> {
  const ids = r.sqlite.prepare('SELECT id FROM etablissement ORDER BY id LIMIT 10000').pluck().all() as string[]
  const connues = ['nom', 'commune', 'eleves', 'adresse', 'telephone', 'courriel', 'segpa', 'ep', 'ouvertLe', 'secteur']
  const colonnes = [...connues, ...Array.from({ length: 50 }, (_, rang) => `inconnue ${String(rang)}`)]
  const valeurs = ids.map((_, rang) => [
    ...[`Collège collé ${String(rang)}`, 'Rennes', String(rang % 800), '1 rue neuve', '02 99 00 00 00'],
    ...[`c${String(rang)}@ac.fr`, 'oui', 'REP', '31/02/2026', 'Public'],
    ...Array.from({ length: 50 }, () => '=cmd|calc'),
  ])
  let avancees = 0
  const debut = performance.now()
  const { ecrites, refusees } = await r.call(
    ecrireListe,
    { liste: 'etablissements', contexte, bloc: { ids, colonnes, valeurs } },
    { progress: () => (avancees += 1) },
  )
  const duree = ((performance.now() - debut) / 1000).toFixed(1)
  console.log(
    `Collage de 10 000 × 60 cellules : ${duree} s, ${String(ecrites)} écrites, ${String(refusees)} refusées, ${String(avancees)} annonces d’avancement.`,
  )
}

export async function run(): Promise<void> {
  const [grand, petit] = [await registreDe(grande), await registreDe(petite)]
  try {
    await premierePage(grand, petit)
    await filtreEtCompte(grand)
    await frappe(grand)
    await coller(grand)
    const tri = await chronometrer(() =>
      page(grand, { tris: [{ colonne: 'commune', sens: 'desc' }], avecTotaux: false }),
    )
    const groupe = await chronometrer(() => page(grand, { groupe: { colonne: 'departement', sens: 'asc' } }))
    console.log(
      `Tri par commune : ${tri.toFixed(0)} ms ; groupes par département avec totaux : ${groupe.toFixed(0)} ms.`,
    )
  } finally {
    grand.close()
    petit.close()
  }
}

await run()
