import BetterSqlite3 from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionCourante } from '../../../../electron/database/migrations/migrations'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applicationId } from '../../../../electron/database/header'
import { openRegistre } from '../../../../electron/database/open'
import { lireAcademie } from '../../../../shared/domain/parametres/parametres.contract'
import {
  etatRegistre,
  fermerRegistre,
  oublierRecent,
  ouvrirRegistre,
  supprimerDemonstration,
  verifierRegistre,
} from '../../../../shared/domain/registre/registre.contract'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { lisible } from '../../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { refusDe } from '../../../helpers/registre-fichier'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

describe('le registre ouvert', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['busy_timeout', 5000],
    ['temp_store', 2],
    ['mmap_size', 0],
    ['secure_delete', 2],
    ['application_id', applicationId],
    ['user_version', versionCourante],
  ])('travaille avec %s = %s', (pragma, attendu) => {
    expect(r.sqlite.pragma(pragma, { simple: true })).toBe(attendu)
  })

  it('ne tient que des tables strictes, sans clé étrangère orpheline', () => {
    const tables = r.sqlite
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
      .all()
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter((table) => (table as { strict: number }).strict !== 1)).toEqual([])
    expect(r.sqlite.pragma('foreign_key_check')).toEqual([])
  })

  it('indexe chaque clé étrangère qui en a besoin pour être suivie', () => {
    const manquants = r.sqlite
      .prepare(
        `SELECT m.name || '.' || f."from" AS colonne FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND m.name <> 'academie' AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f."from")`,
      )
      .pluck()
      .all()
    expect(manquants).toEqual([])
  })
})

describe('l’état du registre', () => {
  it('nomme le registre ouvert, puis le propose parmi les récents une fois fermé', async () => {
    expect((await r.call(etatRegistre, {})).ouvert).toMatchObject({
      nom: 'essai',
      academieNom: 'Rennes',
      demonstration: false,
    })
    await r.call(fermerRegistre, {})
    const { ouvert, recents } = await r.call(etatRegistre, {})
    expect(ouvert).toBeNull()
    expect(recents).toMatchObject([{ nom: 'essai', dossier: r.dossier, disponible: true }])
    await r.call(ouvrirRegistre, { jeton: recents[0]?.jeton ?? '' })
    expect(await r.call(lireAcademie, {})).toMatchObject({ code: '14' })
  })

  it('dit d’un récent que son fichier n’est plus là, et l’oublie sur demande', async () => {
    await r.call(fermerRegistre, {})
    rmSync(join(r.dossier, 'essai.mlds'))
    const [recent] = (await r.call(etatRegistre, {})).recents
    expect(recent).toMatchObject({ disponible: false })
    await r.call(oublierRecent, { jeton: recent?.jeton ?? '' })
    expect((await r.call(etatRegistre, {})).recents).toEqual([])
  })

  it('refuse toute lecture quand aucun registre n’est ouvert', async () => {
    await r.call(fermerRegistre, {})
    expect(await refusDe(r.call(lireAcademie, {}))).toMatchObject({
      code: 'forbidden',
      message: 'Aucun registre n’est ouvert. Ouvrez ou créez un registre d’abord.',
    })
  })
})

describe('supprimer le registre de démonstration', () => {
  it('ferme et retire le fichier, et l’oublie des récents', async () => {
    await r.db.updateTable('academie').set({ demonstration: 1 }).execute()
    await r.call(supprimerDemonstration, {})
    expect(await r.call(etatRegistre, {})).toMatchObject({ ouvert: null, recents: [] })
    expect(readdirSync(r.dossier).filter((nom) => nom.startsWith('essai'))).toEqual([])
  })

  it('ne touche jamais un registre de travail', async () => {
    expect(await refusDe(r.call(supprimerDemonstration, {}))).toMatchObject({
      code: 'forbidden',
      message:
        '« essai » n’est pas un registre de démonstration : le logiciel ne supprime jamais un registre de travail. Il n’a pas été touché.',
    })
    expect(existsSync(join(r.dossier, 'essai.mlds'))).toBe(true)
    expect(await r.call(lireAcademie, {})).toMatchObject({ code: '14' })
  })
})

describe('vérifier le registre', () => {
  it('compte les fiches et ne trouve rien à redire à un registre neuf', async () => {
    expect(await r.call(verifierRegistre, {})).toMatchObject({
      integrite: 'saine',
      constats: [],
      comptes: expect.arrayContaining([{ libelle: 'agent', nombre: 0 }]),
    })
  })

  it('applique les règles des écrans, chaque dépassement une seule fois', async () => {
    const agent = await insertAgent(r, { contratFinLe: '2026-10-01' })
    await insertAffectation(r, agent.id, { quotite: 80 })
    await insertAffectation(r, agent.id, { quotite: 50, debutLe: '2027-02-01' })
    const { constats } = await r.call(verifierRegistre, {})
    expect(constats.map(({ gravite, objet, message }) => `${gravite} · ${objet} · ${lisible(message)}`)).toEqual([
      'alerte · CARADEC Inès · Ce contrat est fini depuis le 01/10/2026.',
      expect.stringContaining(
        'alerte · CARADEC Inès, 2026-2027 · Du 01/02/2027 au 31/08/2027, les quotités font 130 %',
      ),
      expect.stringContaining('Sans résidence administrative'),
    ])
  })

  it('signale comme erreur une affectation écrite hors de son année', async () => {
    const agent = await insertAgent(r)
    await insertAffectation(r, agent.id, { debutLe: '2026-08-01' })
    expect((await r.call(verifierRegistre, {})).constats[0]).toMatchObject({
      gravite: 'erreur',
      objet: 'CARADEC Inès, 2026-2027',
    })
  })
})

describe('un registre d’un format antérieur', () => {
  const ancien = (sql: string): string => {
    const chemin = join(mkdtempSync(join(tmpdir(), 'registre-ancien-')), 'ancien.mlds')
    const sqlite = new BetterSqlite3(chemin)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma(`application_id = ${String(applicationId)}`)
    sqlite.exec(sql)
    sqlite.close()
    return chemin
  }

  it('est copié tel quel avant d’être mis au format, et la copie s’ouvre', () => {
    const chemin = ancien("CREATE TABLE temoin (mot TEXT); INSERT INTO temoin VALUES ('ici')")
    const registre = openRegistre(chemin, '2026-11-22T10:00:00.000Z')
    registre.close()
    expect(registre.copieAvantMigration).toBe(chemin.replace('.mlds', '.avant-mise-a-jour-2026-11-22T10-00-00.mlds'))
    const copie = new BetterSqlite3(registre.copieAvantMigration ?? '', { readonly: true })
    expect(copie.pragma('user_version', { simple: true })).toBe(0)
    expect(copie.prepare('SELECT mot FROM temoin').pluck().all()).toEqual(['ici'])
    expect(copie.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'agent'").pluck().get()).toBe(0)
    copie.close()
  })

  it('reste à son format quand la mise à jour échoue, ses lignes comprises', () => {
    const chemin = ancien("CREATE TABLE agent (mot TEXT); INSERT INTO agent VALUES ('ici')")
    expect(() => openRegistre(chemin, '2026-11-22T10:00:00.000Z')).toThrow('Il est resté tel qu’il était.')
    const relu = new BetterSqlite3(chemin, { readonly: true })
    expect(relu.pragma('user_version', { simple: true })).toBe(0)
    expect(relu.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual(['agent'])
    expect(relu.prepare('SELECT mot FROM agent').pluck().all()).toEqual(['ici'])
    relu.close()
  })
})
