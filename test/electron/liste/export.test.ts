import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exporterListe, pageDeListe } from '../../../shared/domain/liste/liste.contract'
import { clesDesListes, listes } from '../../../shared/domain/liste/listes'
import {
  creerVue,
  exporterVue,
  importerVue,
  listerVues,
  modifierVue,
  supprimerVue,
} from '../../../shared/domain/vue/vue.contract'
import { exporterTableau } from '../../../shared/domain/liste/tableau.contract'
import type { InputOf } from '../../../shared/ipc'
import { insertAffectation, insertAgent, terme } from '../../helpers/agent'
import { insertEtablissement } from '../../helpers/etablissement'
import { lireAvecLibreOffice, libreOfficeInstalle, lireAvecPython, openpyxlInstalle } from '../../helpers/lecteurs'
import { lisible } from '../../helpers/lisible'
import { refusDe } from '../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

const contexte = { anneeId: '2026-2027' }

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => r.close())

describe('chaque liste du produit', () => {
  it.each(clesDesListes)('« %s » se lit sur un registre vide, ses colonnes ont chacune leur clé', async (liste) => {
    expect(await r.call(pageDeListe, { liste, contexte })).toMatchObject({ lignes: [], ensemble: 0, abandons: [] })
    const cles = listes[liste].colonnes.map(({ cle }) => cle)
    expect(new Set(cles).size).toBe(cles.length)
  })
})

describe('exporter une liste', () => {
  const exporter = async (format: 'xlsx' | 'csv', demande: Partial<InputOf<typeof exporterListe>> = {}) => {
    const chemin = join(r.dossier, `liste.${format}`)
    const colonnes = ['eleves', 'nom', 'ouvertLe', 'segpa']
    const { lignes } = await r.call(exporterListe, {
      ...{ liste: 'etablissements', contexte, colonnes, format, jeton: r.grant(chemin), ...demande },
    })
    return { chemin, lignes }
  }
  beforeEach(async () => {
    await insertEtablissement(r, { nom: '=cmd|calc', nombreEleves: 12, ouvertLe: '1971-09-15', segpa: 1 })
    await insertEtablissement(r, { nom: 'Collège Zola', nombreEleves: 400 })
    await insertEtablissement(r, { nom: 'Lycée Zola', nombreEleves: 30, type: 'Lycée' })
  })

  it('écrit en CSV ce qui est montré, dans l’ordre montré, sans formule', async () => {
    const { chemin, lignes } = await exporter('csv', { tris: [{ colonne: 'eleves', sens: 'asc' }] })
    expect(lignes).toBe(3)
    expect(readFileSync(chemin, 'utf8').replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      '"Élèves";"Établissement";"Ouvert le";"SEGPA"',
      `12;"'=cmd|calc";15/09/1971;"oui"`,
      '30;"Lycée Zola";;"non"',
      '400;"Collège Zola";;"non"',
    ])
  })

  it.runIf(openpyxlInstalle)('plie dans le classeur les groupes pliés à l’écran, et les compte', async () => {
    const { chemin, lignes } = await exporter('xlsx', {
      groupe: { colonne: 'type', sens: 'asc' },
      replies: ['Collège'],
    })
    expect(lignes).toBe(3)
    const lu = lireAvecPython(
      `import sys, json, openpyxl
feuille = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
tailles = [feuille.row_dimensions[n] for n in range(1, feuille.max_row + 1)]
print(json.dumps({
  'lignes': [[feuille.cell(d.index, 3).value, d.outlineLevel, bool(d.hidden), bool(d.collapsed)] for d in tailles],
  'dessous': feuille.sheet_properties.outlinePr.summaryBelow,
  'total': feuille.cell(feuille.max_row, 2).value,
}))`,
      chemin,
    )
    expect(lu).toEqual({
      lignes: [
        ['Établissement', 0, false, false],
        [null, 0, false, true],
        ['=cmd|calc', 1, true, false],
        ['Collège Zola', 1, true, false],
        [null, 0, false, false],
        ['Lycée Zola', 1, false, false],
        [null, 0, false, false],
      ],
      dessous: false,
      total: '=SUBTOTAL(9,B2:B6)',
    })
  })

  it.runIf(openpyxlInstalle)(
    'écrit un classeur qu’openpyxl relit : dates, nombres, total en formule, filtre en mots',
    async () => {
      const { chemin } = await exporter('xlsx', {
        filtre: { lien: 'et', termes: [{ colonne: 'type', op: 'parmi', valeurs: ['Collège'] }] },
        groupe: { colonne: 'type', sens: 'asc' },
      })
      const lu = lireAvecPython(
        `import sys, json, openpyxl
livre = openpyxl.load_workbook(sys.argv[1])
valeurs = openpyxl.load_workbook(sys.argv[1], data_only=True)
feuille = livre.worksheets[0]
print(json.dumps({
  'feuilles': livre.sheetnames,
  'figee': feuille.freeze_panes,
  'filtre': feuille.auto_filter.ref,
  'lignes': [[str(c.value) if c.value is not None else None for c in l] for l in feuille.iter_rows()],
  'total': [c.value for c in list(valeurs.worksheets[0].iter_rows())[-1]],
  'mots': [[c.value for c in l if c.value] for l in livre.worksheets[1].iter_rows()],
}))`,
        chemin,
      ) as Record<'feuilles' | 'figee' | 'filtre', unknown> & {
        lignes: (string | null)[][]
        total: unknown[]
        mots: string[][]
      }
      expect(lu.feuilles).toEqual(['Établissements', 'Ce qui est montré'])
      expect([lu.figee, lu.filtre]).toEqual(['B2', null])
      expect(lu.lignes.slice(0, 4).map((ligne) => ligne.map((texte) => lisible(texte ?? '')))).toEqual([
        ['Type', 'Élèves', 'Établissement', 'Ouvert le', 'SEGPA'],
        ['Collège : 2 établissements', '=SUBTOTAL(9,B3:B4)', '', '', ''],
        ['Collège', '12', '=cmd|calc', '1971-09-15 00:00:00', 'oui'],
        ['Collège', '400', 'Collège Zola', '', 'non'],
      ])
      expect(lu.lignes[4]?.[1]).toBe('=SUBTOTAL(9,B2:B4)')
      expect(lu.total[1]).toBe(412)
      const mots = lu.mots
        .flat()
        .map((texte) => lisible(texte))
        .join(' | ')
      expect(mots).toContain('Type est Collège')
      expect(mots).toContain('2 établissements sur 3')
    },
  )

  it.runIf(openpyxlInstalle)(
    'écrit ce que l’écran dit d’une liste groupée : colonnes à leur place, largeurs, unités, totaux des services',
    async () => {
      const [coordination, formation] = await Promise.all(['Abaque', 'Boulier'].map((nom) => insertAgent(r, { nom })))
      await insertAffectation(r, coordination?.id ?? '', { quotite: 80 })
      const [role, regime] = await Promise.all([terme(r, 'role', 'FORM'), terme(r, 'regimeService', 'H18')])
      await insertAffectation(r, formation?.id ?? '', { roleId: role.id, regimeId: regime.id, quotite: 50 })
      const { chemin } = await exporter('xlsx', {
        liste: 'agents',
        colonnes: ['agent', 'quotite', 'heures', 'role'],
        largeurs: { agent: 350 },
        groupe: { colonne: 'role', sens: 'asc' },
      })
      const lu = lireAvecPython(
        `import sys, json, openpyxl
feuille = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
print(json.dumps({
  'lignes': [[c.value for c in l] for l in feuille.iter_rows()],
  'formats': [[c.number_format for c in l[1:3]] for l in feuille.iter_rows()],
  'largeur': feuille.column_dimensions['A'].width,
}))`,
        chemin,
      ) as { lignes: (string | number | null)[][]; formats: string[][]; largeur: number }
      expect(lu.largeur).toBe(50)
      expect(
        lu.lignes.map((ligne) => ligne.map((valeur) => (typeof valeur === 'string' ? lisible(valeur) : valeur))),
      ).toEqual([
        ['Agent', 'Quotité', 'Heures dues', 'Rôle'],
        ['Coord. de réseau : 1 agent', 0.8, 1123.2, null],
        ['ABAQUE Inès', 0.8, 1123.2, 'Coord. de réseau'],
        ['Formateur : 1 agent', 0.5, 0, null],
        ['BOULIER Inès', 0.5, 9, 'Formateur'],
        ['Total', 1.3, 1123.2, null],
      ])
      const [, groupe, annuelle, , hebdomadaire] = lu.formats
      expect(groupe).toEqual([String.raw`#,##0.00\ "ETP"`, String.raw`#,##0.00\ "h/an"`])
      expect([annuelle?.[1], hebdomadaire?.[1]]).toEqual([String.raw`#,##0.00\ "h/an"`, String.raw`#,##0.00\ "h/sem."`])
    },
  )

  it('dit en CSV ce que compte chaque nombre d’heures', async () => {
    const { id } = await insertAgent(r, { nom: 'Abaque' })
    await insertAffectation(r, id)
    const { chemin } = await exporter('csv', { liste: 'agents', colonnes: ['agent', 'heures'] })
    expect(readFileSync(chemin, 'utf8').trim().split('\r\n').slice(1)).toEqual(['"ABAQUE Inès";1404;"h/an"'])
  })

  it.runIf(libreOfficeInstalle)('écrit un classeur que LibreOffice ouvre et recalcule', async () => {
    const { chemin } = await exporter('xlsx', { recherche: 'zola', tris: [{ colonne: 'eleves', sens: 'desc' }] })
    const feuilles = lireAvecLibreOffice(chemin)
    expect(
      (feuilles.get('Établissements') ?? '')
        .trim()
        .split('\n')
        .map((ligne) => ligne.split(',').slice(0, 2)),
    ).toEqual([
      ['Élèves', 'Établissement'],
      ['400', 'Collège Zola'],
      ['30', 'Lycée Zola'],
      ['430', 'Total'],
    ])
  })

  it('s’interrompt sans laisser de fichier, et refuse un export sans colonne connue', async () => {
    const controle = new AbortController()
    controle.abort()
    const chemin = join(r.dossier, 'interrompu.xlsx')
    const demande = {
      liste: 'etablissements' as const,
      contexte,
      colonnes: ['nom'],
      format: 'xlsx' as const,
      jeton: r.grant(chemin),
    }
    const refus = await refusDe(r.call(exporterListe, demande, { signal: controle.signal }))
    expect(refus.message).toBe('Export interrompu : aucun fichier n’a été écrit.')
    expect(existsSync(chemin)).toBe(false)
    expect((await refusDe(exporter('csv', { colonnes: ['disparue'] }))).message).toContain('au moins une colonne')
  })
})

describe('exporter un tableau que l’écran a déjà', () => {
  const tableau = {
    ...{ titre: 'Campagne', noun: { un: 'ligne', plusieurs: 'lignes' }, anneeId: contexte.anneeId, ensemble: 4 },
    colonnes: [
      { cle: 'agent', titre: 'Agent', type: 'texte' as const },
      { cle: 'heures', titre: 'Heures dues', type: 'heures' as const, total: 'somme' as const },
      { cle: 'taux', titre: 'Taux', type: 'pourcentage' as const, total: 12.5 },
      { cle: 'le', titre: 'Le', type: 'jour' as const },
      { cle: 'role', titre: 'Rôle', type: 'liste' as const },
    ],
    vues: ['agent', 'heures', 'taux', 'le'],
    lignes: [
      ['=cmd|calc', 702, 10, '2026-09-01'],
      ['ABAQUE Inès', 18, null, 'bientôt'],
    ],
    unites: { heures: ['h/an', 'h/sem.'] },
  }
  const exporterLe = async (format: 'xlsx' | 'csv', demande: Partial<InputOf<typeof exporterTableau>> = {}) => {
    const chemin = join(r.dossier, `tableau.${format}`)
    await r.call(exporterTableau, { ...tableau, format, jeton: r.grant(chemin), ...demande })
    return chemin
  }

  it('écrit en CSV les valeurs que leur colonne admet, avec leur unité et sans formule', async () => {
    const texte = readFileSync(await exporterLe('csv'), 'utf8')
    expect(texte.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      '"Agent";"Heures dues";"Unité (Heures dues)";"Taux";"Le"',
      `"'=cmd|calc";702;"h/an";10%;01/09/2026`,
      '"ABAQUE Inès";18;"h/sem.";;',
    ])
  })

  it.runIf(openpyxlInstalle)('écrit un classeur dont la seconde feuille dit en mots ce qui est gardé', async () => {
    const chemin = await exporterLe('xlsx', {
      puces: ['Modifiées', 'Nouvelles'],
      filtre: { lien: 'et', termes: [{ colonne: 'role', op: 'parmi', valeurs: ['Formateur'] }] },
      tris: [{ colonne: 'agent', sens: 'desc' }],
    })
    const lu = lireAvecPython(
      `import sys, json, openpyxl
livre = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
  'feuilles': livre.sheetnames,
  'lignes': [[str(c.value) if c.value is not None else '' for c in l] for l in livre.worksheets[0].iter_rows()],
  'mots': [[c.value for c in l if c.value] for l in livre.worksheets[1].iter_rows()],
}))`,
      chemin,
    ) as { feuilles: string[]; lignes: string[][]; mots: string[][] }
    expect(lu.feuilles).toEqual(['Campagne', 'Ce qui est montré'])
    expect(lu.lignes.slice(0, 3)).toEqual([
      ['Agent', 'Heures dues', 'Taux', 'Le'],
      ['=cmd|calc', '702', '0.1', '2026-09-01 00:00:00'],
      ['ABAQUE Inès', '18', '', ''],
    ])
    expect(lu.lignes[3]?.slice(1, 3)).toEqual(['=SUBTOTAL(109,B2:B3)', '0.125'])
    const mots = lu.mots
      .flat()
      .map((mot) => lisible(mot))
      .join(' | ')
    for (const dit of ['Modifiées ou Nouvelles ; Rôle est Formateur', '2 lignes sur 4', 'Agent, décroissant'])
      expect(mots).toContain(dit)
  })

  it('ne tient pas compte d’une condition ni d’une colonne que le tableau n’a pas', async () => {
    const texte = readFileSync(
      await exporterLe('csv', {
        vues: ['disparue', 'agent'],
        lignes: [['x', 'ABAQUE Inès']],
        filtre: { lien: 'et', termes: [{ colonne: 'disparue', op: 'vide' }] },
      }),
      'utf8',
    )
    expect(texte.replace('\uFEFF', '').trim().split('\r\n')).toEqual(['"Agent"', '"ABAQUE Inès"'])
  })

  it('refuse un tableau sans une colonne qu’il connaisse, sans écrire de fichier', async () => {
    const refus = await refusDe(exporterLe('csv', { vues: ['disparue'], lignes: [] }))
    expect(refus.message).toContain('au moins une colonne')
    expect(existsSync(join(r.dossier, 'tableau.csv'))).toBe(false)
  })
})

describe('les vues enregistrées', () => {
  const contenu = {
    filtre: { lien: 'et' as const, termes: [{ colonne: 'contrat', op: 'periode' as const, periode: { dansLes: 60 } }] },
    tris: [{ colonne: 'contrat', sens: 'asc' as const }],
    colonnes: [
      { cle: 'agent', epinglee: true },
      { cle: 'contrat', largeur: 140 },
    ],
  }
  const creer = (nom: string) => r.call(creerVue, { liste: 'agents', nom, contenu })

  it('se gardent par liste, dans l’ordre français, se renomment et se suppriment', async () => {
    const { id } = await creer('Été')
    await creer('Contrats')
    const noms = async () => (await r.call(listerVues, { liste: 'agents' })).map(({ nom }) => nom)
    expect(await noms()).toEqual(['Contrats', 'Été'])
    expect(await r.call(listerVues, { liste: 'reseaux' })).toEqual([])
    expect((await refusDe(r.call(modifierVue, { id, champs: { nom: 'Contrats' } }))).message).toContain(
      's’appelle déjà',
    )
    expect(await r.call(modifierVue, { id, champs: { contenu: { ...contenu, densite: 'compacte' } } })).toMatchObject({
      nom: 'Été',
      contenu: {
        densite: 'compacte',
        filtre: contenu.filtre,
        colonnes: [{ cle: 'agent', epinglee: true, masquee: false }, { cle: 'contrat' }],
      },
      remarque: null,
    })
    await r.call(supprimerVue, { id })
    expect(await noms()).toEqual(['Contrats'])
  })

  it('passent d’un registre à l’autre par un fichier', async () => {
    const { id } = await creer('Contrats')
    const jeton = r.grant(join(r.dossier, 'contrats.json'))
    await r.call(exporterVue, { id, jeton })
    expect(await r.call(importerVue, { jeton })).toMatchObject({
      nom: 'Contrats (2)',
      contenu: { filtre: contenu.filtre },
    })
  })

  it.each([
    ['Bonjour', 'Ce fichier n’est pas une vue enregistrée de Registre MLDS. Rien n’a été ajouté.'],
    ['{"format":"registre-mlds/vue","version":9}', 'Cette vue vient d’une version plus récente du logiciel.'],
    [
      '{"format":"registre-mlds/vue","version":1,"liste":"agents","nom":""}',
      'Cette vue est abîmée : « nom » ne se lit pas.',
    ],
    [
      '{"format":"registre-mlds/vue","version":1,"liste":"tortues","nom":"T","contenu":{}}',
      'Cette vue est celle d’une liste inconnue ici, « tortues ».',
    ],
  ])('refusent « %s »', async (texte, phrase) => {
    const chemin = join(r.dossier, 'vue.json')
    writeFileSync(chemin, texte)
    expect((await refusDe(r.call(importerVue, { jeton: r.grant(chemin) }))).message).toContain(phrase)
    expect(await r.call(listerVues, { liste: 'agents' })).toEqual([])
  })

  it('disent ce qui ne s’applique plus quand une colonne a disparu, et montrent le reste', async () => {
    const filtre = { lien: 'et' as const, termes: [{ colonne: 'grade', op: 'vide' as const }] }
    await r.call(creerVue, { liste: 'agents', nom: 'Ancienne', contenu: { filtre } })
    const [vue] = await r.call(listerVues, { liste: 'agents' })
    const page = await r.call(pageDeListe, { liste: 'agents', contexte, filtre: vue?.contenu.filtre ?? null })
    expect(page.abandons.map(lisible)).toEqual([
      'La colonne « grade » n’existe plus dans cette liste : ce qui en dépendait n’est pas appliqué, le reste l’est.',
    ])
  })

  it('disent la valeur qui a disparu, d’un état ou d’une liste de l’académie, et montrent le reste', async () => {
    const { id } = await insertAgent(r, { nom: 'Caradec' })
    await insertAffectation(r, id, { roleId: (await terme(r, 'role', 'FORM')).id })
    const parmi = (colonne: string, ...valeurs: string[]) => ({ colonne, op: 'parmi' as const, valeurs })
    const page = async (...termes: ReturnType<typeof parmi>[]) => {
      const filtre = { lien: 'et' as const, termes }
      const { retenues, abandons } = await r.call(pageDeListe, { liste: 'agents', contexte, filtre })
      return [retenues, abandons.map((phrase) => lisible(phrase).replace(/ :.*/u, ''))]
    }
    const { libelle, abrege } = await terme(r, 'role', 'FORM')
    const role = abrege ?? libelle
    expect(await page(parmi('role', role), parmi('lettre', 'Bilan demandé'))).toEqual([
      1,
      ['« Bilan demandé » n’existe plus dans la colonne « Lettre »'],
    ])
    expect(await page(parmi('role', 'Ancien rôle'))).toEqual([
      1,
      ['« Ancien rôle » n’existe plus dans la colonne « Rôle »'],
    ])
    expect(await page(parmi('role', 'Ancien rôle', role))).toMatchObject([1, [expect.stringContaining('Ancien rôle')]])
    // Nobody has it today, but it can be: nothing to say.
    const autre = await r.db
      .selectFrom('vocabulaire')
      .selectAll()
      .where('liste', '=', 'statut')
      .where('actif', '=', 1)
      .executeTakeFirstOrThrow()
    expect(await page(parmi('statut', autre.abrege ?? autre.libelle))).toEqual([0, []])
    // Withdrawn from the list, and still on somebody's record.
    await r.db.updateTable('vocabulaire').set({ actif: 0 }).where('liste', '=', 'role').execute()
    expect(await page(parmi('role', role))).toEqual([1, []])
  })

  it('restent dans le registre même illisibles, avec une phrase', async () => {
    const { id } = await creer('Contrats')
    await r.db.updateTable('vue').set({ contenu: '{"densite":"géante"}' }).where('id', '=', id).execute()
    const [vue] = await r.call(listerVues, { liste: 'agents' })
    expect(vue).toMatchObject({
      contenu: { filtre: null, densite: 'normale' },
      remarque: expect.stringContaining('ne se lit plus'),
    })
  })
})
