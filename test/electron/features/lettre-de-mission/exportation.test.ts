import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Shell } from '../../../../electron/register/shell'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import {
  definirEtablissements,
  listerLettres,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listeLettres } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.liste'
import { resumerSelection } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { lireModele, modifierModele } from '../../../../shared/domain/modele-lettre/modele-lettre.contract'
import { lireDocx, texteDe } from '../../../helpers/docx'
import { insertLettre, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'

const annee = { anneeId: '2026-2027' }
/** What Chromium really printed of one letter: the printer of these tests gives it for every page. */
const imprime = new Uint8Array(
  readFileSync(fileURLToPath(new URL('../../../fixtures/imprimes/une-lettre.pdf', import.meta.url))),
)
let imprimer: Shell['printToPdf']
let r: TestRegistre
let sortie: string

beforeEach(async () => {
  imprimer = () => Promise.resolve(imprime)
  const { shell } = testContext('')
  r = await testRegistre({ shell: { ...shell, printToPdf: (page) => imprimer(page) } })
  sortie = join(r.dossier, 'lettres')
  for (const nom of ['Albar', 'Bœuf', 'Caradec']) await insertLettre(r, { agent: { nom, prenom: 'Inès' } })
})
afterEach(() => {
  r.close()
})

describe('exporter les lettres', () => {
  it('écrit un PDF par lettre dans un dossier qu’elle crée, et dit où elle en est', async () => {
    const pas: string[] = []
    const { lettres, fichiers, aCorriger } = await r.call(
      exporterLettres,
      { ...annee, jetonDossier: r.grant(sortie) },
      { progress: ({ fait, total }) => pas.push(`${String(fait)}/${String(total)}`) },
    )
    expect(lettres).toBe(3)
    expect(fichiers.map(({ nom }) => nom)).toEqual(
      ['ALBAR', 'BŒUF', 'CARADEC'].map((nom) => `${nom} Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf`),
    )
    expect(readdirSync(sortie).sort()).toEqual(fichiers.map(({ nom }) => nom).sort())
    expect(pas).toEqual(['0/3', '1/3', '2/3', '3/3'])
    expect(aCorriger.map(({ agent }) => agent)).toEqual(['ALBAR Inès', 'BŒUF Inès', 'CARADEC Inès'])
  })

  it('compte les mêmes lettres à corriger en PDF, en Word, dans la liste et dans la sélection', async () => {
    const lieu = await insertLieu(r, '0350001A', 'Lycée Macé')
    const [une, autre] = await r.db.selectFrom('lettreDeMission').select('id').orderBy('id').execute()
    const ligne = { etablissementId: lieu, natureId: null, volume: null, uniteVolume: 'heuresParAn', gpds: 0 } as const
    for (const lettre of [une, autre]) await r.call(definirEtablissements, { id: lettre?.id ?? '', lignes: [ligne] })
    const { contenu } = await r.call(lireModele, { code: 'coordonnateur' })
    const bloc = { genre: 'paragraphe' as const, texte: 'Renseignements : {telephone}.' }
    await r.call(modifierModele, { code: 'coordonnateur', champs: { blocs: [...contenu.blocs, bloc] } })
    const pdf = await r.call(exporterLettres, { ...annee, jetonDossier: r.grant(sortie) })
    const docx = await r.call(exporterLettres, { ...annee, format: 'docx', jetonDossier: r.grant(sortie) })
    expect(docx.aCorriger).toEqual(pdf.aCorriger)
    const lettres = await r.call(listerLettres, annee)
    const ids = lettres.map(({ id }) => id)
    expect(await r.call(resumerSelection, { contexte: annee, selection: { ids } })).toMatchObject({
      ...{ aCorriger: 3, aEnvoyer: { bloquees: 1, champVide: 2 } },
    })
    const controle = listeLettres.colonnes.find(({ cle }) => cle === 'controle')
    expect(lettres.map((lettre) => controle?.valeur(lettre))).toEqual(Array(3).fill('À corriger'))
    expect(pdf.aCorriger).toHaveLength(3)
  })

  it('donne à deux homonymes deux fichiers', async () => {
    await insertLettre(r, { agent: { nom: 'Albar', prenom: 'Inès' } })
    await r.call(exporterLettres, { ...annee, jetonDossier: r.grant(sortie) })
    expect(readdirSync(sortie).filter((nom) => nom.startsWith('ALBAR'))).toEqual([
      'ALBAR Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS (2).pdf',
      'ALBAR Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
    ])
  })

  it('n’imprime que les lettres choisies', async () => {
    const { id } = await r.db.selectFrom('lettreDeMission').select('id').executeTakeFirstOrThrow()
    const cible = join(r.dossier, 'une.pdf')
    const { lettres, fichiers } = await r.call(exporterLettres, {
      ...annee,
      ids: [id],
      jetonFichierUnique: r.grant(cible),
    })
    expect([lettres, fichiers.map(({ nom }) => nom), existsSync(cible)]).toEqual([1, ['une.pdf'], true])
  })

  it('annulé, rend la main aussitôt et ne laisse que des fichiers entiers', async () => {
    const arret = new AbortController()
    let pages = 0
    imprimer = () => {
      pages += 1
      // The third page never comes back from the printer: nobody waits for it.
      if (pages < 3) return Promise.resolve(imprime)
      setTimeout(() => {
        arret.abort()
      }, 20)
      return new Promise(() => undefined)
    }
    const refus = await refusDe(
      r.call(exporterLettres, { ...annee, jetonDossier: r.grant(sortie) }, { signal: arret.signal }),
    )
    expect(refus).toMatchObject({ code: 'conflict', message: 'Export annulé. 2 lettres sur 3 sont écrites.' })
    expect(readdirSync(sortie)).toHaveLength(2)
    expect(readdirSync(sortie).every((nom) => nom.endsWith('.pdf'))).toBe(true)
  })

  it('dit combien de lettres sont écrites quand l’une ne peut pas l’être', async () => {
    mkdirSync(join(sortie, 'CARADEC Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf'), { recursive: true })
    const refus = await refusDe(r.call(exporterLettres, { ...annee, jetonDossier: r.grant(sortie), remplacer: true }))
    expect(refus.code).toBe('conflict')
    expect(refus.message).toMatch(/un dossier porte déjà ce nom.* 2 lettres sur 3 sont écrites\.$/u)
  })

  it('écrit un document Word par lettre, avec les mêmes mots et les mêmes noms', async () => {
    imprimer = () => Promise.reject(new Error('nothing is printed for Word'))
    const { lettres, fichiers } = await r.call(exporterLettres, {
      ...annee,
      format: 'docx',
      jetonDossier: r.grant(sortie),
    })
    expect(lettres).toBe(3)
    expect(fichiers.map(({ nom }) => nom)).toEqual(
      ['ALBAR', 'BŒUF', 'CARADEC'].map((nom) => `${nom} Inès - Lettre de mission 2026-2027 - coordonnatrice MLDS.docx`),
    )
    const parties = await lireDocx(readFileSync(join(sortie, fichiers[1]?.nom ?? '')))
    expect(texteDe(parties.get('word/document.xml') ?? '').map(lisible)).toEqual(
      expect.arrayContaining([
        'Objet : Lettre de mission – coordonnatrice MLDS – année scolaire 2026-2027',
        '1.1 Affectation',
      ]),
    )
    expect(texteDe(parties.get('word/footer1.xml') ?? '')[0]).toMatch(/^BŒUF Inès – lettre de mission 2026-2027/u)
    expect(parties.get('docProps/core.xml')).toContain('<dc:title>Lettre de mission 2026-2027 – BŒUF Inès</dc:title>')
  })

  it('annulé pendant les documents Word, s’arrête à la lettre en cours et ne laisse que des fichiers entiers', async () => {
    for (const nom of ['Denis', 'Evrard', 'Floc’h', 'Guillou', 'Hascoët', 'Ily'])
      await insertLettre(r, { agent: { nom, prenom: 'Inès' } })
    const arret = new AbortController()
    const refus = await refusDe(
      r.call(
        exporterLettres,
        { ...annee, format: 'docx', jetonDossier: r.grant(sortie) },
        {
          signal: arret.signal,
          progress: ({ fait }) => {
            if (fait === 1) arret.abort()
          },
        },
      ),
    )
    expect(refus.message).toMatch(/^Export annulé\. [1-6] lettres? sur 9 /u)
    const noms = readdirSync(sortie)
    expect(noms.length).toBeLessThan(9)
    for (const nom of noms)
      expect((await lireDocx(readFileSync(join(sortie, nom)))).has('word/document.xml')).toBe(true)
  })

  it.each([
    [
      'sans cible',
      {},
      'invalid',
      'Choisissez un dossier pour une lettre par fichier, ou un fichier pour toutes les lettres. Rien n’a été écrit.',
    ],
    [
      'une année sans lettre',
      { anneeId: '2025-2026', jetonFichierUnique: 'x' },
      'notFound',
      'Aucune lettre de mission à exporter pour 2025-2026. Rien n’a été écrit.',
    ],
  ])('refuse %s', async (_cas, saisie, code, message) => {
    const jeton = 'jetonFichierUnique' in saisie ? { jetonFichierUnique: r.grant(join(r.dossier, 'x.pdf')) } : {}
    const refus = await refusDe(r.call(exporterLettres, { ...annee, ...saisie, ...jeton }))
    expect({ code: refus.code, message: lisible(refus.message) }).toEqual({ code, message })
  })

  it('refuse un dossier qui est un fichier', async () => {
    writeFileSync(sortie, 'déjà là')
    const refus = await refusDe(r.call(exporterLettres, { ...annee, jetonDossier: r.grant(sortie) }))
    expect(refus.message).toBe(
      `« ${sortie} » est un fichier, pas un dossier. Aucune lettre n’a été écrite ; choisissez un autre dossier.`,
    )
  })
})
