import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lireJson } from '../../../../electron/database/journal/lignes'
import { tablesPistees } from '../../../../electron/database/journal/declencheurs'
import { migrate } from '../../../../electron/database/migrate'
import { migrations } from '../../../../electron/database/migrations/migrations'
import { openRegistre } from '../../../../electron/database/open'
import { genresDeFiche } from '../../../../shared/domain/journal/fiches.donnees'
import { libelleChamp } from '../../../../shared/domain/journal/champs'
import { modifierAgent } from '../../../../shared/domain/agent/agent.contract'
import { creerDemonstration } from '../../../../shared/domain/demonstration/demonstration.contract'
import { afficherValeur, extraitsDifferents } from '../../../../shared/domain/journal/valeurs'
import { Affichage } from '../../../../electron/features/journal/affichage'
import { insertAgent } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

interface Changement {
  tableNom: string
  ligneId: string
  operation: string
  avant: string | null
  apres: string | null
}
const derniers = (nombre: number): Changement[] =>
  (
    r.sqlite
      .prepare('SELECT * FROM changement JOIN fichePistee ON num = ficheNum ORDER BY seq DESC LIMIT ?')
      .all(nombre) as Changement[]
  ).reverse()
const etapes = () =>
  r.sqlite.prepare('SELECT * FROM etape ORDER BY seq').all() as {
    phrase: string
    seq: number
    operation: string
    qui: string
    nature: string
  }[]

describe('le journal', () => {
  it('suit toutes les tables du registre, sauf les siennes', () => {
    const toutes = r.sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")
      .pluck()
      .all() as string[]
    const sansDeclencheur = toutes.filter((table) => {
      const nombre = r.sqlite
        .prepare(
          "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'journal~_%' ESCAPE '~'",
        )
        .pluck()
        .get(table)
      return nombre !== 4
    })
    expect(sansDeclencheur.sort()).toEqual(['changement', 'etape', 'fichePistee', 'reglageJournal', 'teteDuJournal'])
  })

  it('sait nommer en français chaque table et chaque champ', () => {
    const sansNom = tablesPistees(r.sqlite).flatMap((table) => [
      ...(genresDeFiche[table] ? [] : [table]),
      ...(r.sqlite.pragma(`table_info(${table})`) as { name: string }[])
        .filter(({ name }) => libelleChamp(table, name) === undefined)
        .map(({ name }) => `${table}.${name}`),
    ])
    expect(sansNom).toEqual([])
  })

  it('sait dire chaque code que le schéma connaît', () => {
    // What a screen shows as it is stored: words of the language already.
    const mots = new Set([
      'oui',
      'non',
      'autre',
      'rectrice',
      'recteur',
      'domaine',
      'axe',
      'retraite',
      'toutes',
      'public',
      'ouvert',
    ])
    for (const mot of [
      'classeur',
      'annuaire',
      'fait',
      'brouillon',
      'remise',
      'close',
      'avenant',
      'atteint',
      'fourni',
      'projet',
      'ressource',
    ])
      mots.add(mot)
    const crus = tablesPistees(r.sqlite).flatMap((table) => {
      const sql = r.sqlite.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string
      return [...sql.matchAll(/(\w+) IN \(([^)]*)\)/g)].flatMap(([, champ = '', liste = '']) =>
        [...liste.matchAll(/'([^']+)'/g)]
          .map(([, code = '']) => code)
          .filter(
            (code) =>
              !mots.has(code) && afficherValeur({ table, champ, ligne: { [champ]: code } }, {}, () => null) === code,
          )
          .map((code) => `${table}.${champ} : ${code}`),
      )
    })
    expect(crus).toEqual([])
  })

  it('ne montre aucun identifiant, aucune empreinte, aucun JSON', async () => {
    await r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo.mlds')) })
    const affichage = new Affichage(r.sqlite)
    const bruts = tablesPistees(r.sqlite).flatMap((table) =>
      (r.sqlite.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).flatMap((ligne) =>
        affichage
          .valeurs(table, null, ligne)
          .filter(({ apres }) => /[0-9a-f]{8}-[0-9a-f]{4}|^[0-9a-f]{64}$|^[{[]|^[a-z]+[A-Z][A-Za-z]*$/.test(apres))
          .map(({ champ, apres }) => `${table}.${champ} : ${apres.slice(0, 60)}`),
      ),
    )
    expect([...new Set(bruts)]).toEqual([])
  })

  it('dit de quel modèle, de quelle fiche et de quel jour il parle', () => {
    const lire = (table: string, id: string) =>
      table === 'agent' && id === 'a1' ? { id: 'a1', nom: 'Zorn', prenom: 'Ada' } : null
    const dire = (table: string, champ: string, ligne: Record<string, unknown>) =>
      afficherValeur({ table, champ, ligne }, {}, lire)
    expect(dire('prochaineAction', 'sujetId', { sujet: 'agent', sujetId: 'a1' })).toBe('ZORN Ada')
    expect(dire('doublonEcarte', 'premierId', { sujet: 'agent', premierId: 'a2' })).toBe('fiche supprimée')
    expect(dire('circuit', 'modele', { modele: 'coordonnateurDepartemental' })).toBe(
      'Coordonnateur départemental, coordonnatrice départementale',
    )
    expect(dire('lettreEvenement', 'le', { le: '2026-09-20' })).toBe('20/09/2026')
    expect(dire('etablissement', 'departement', { departement: '035' })).toBe('35 – Ille-et-Vilaine')
    expect(dire('academie', 'grilleActivite', { grilleActivite: 'axe' })).toBe('Axes d’activité')
    expect(dire('academie', 'toleranceHeures', { toleranceHeures: 0.5 })).toBe('0\u00a0h\u00a030')
    expect(
      dire('modeleLettre', 'contenu', {
        contenu: '{"objet":"Lettre de mission","blocs":[{"genre":"paragraphe","texte":"Un texte"}]}',
      }),
    ).toBe('Lettre de mission / Un texte')
  })

  it('ne montre d’un long texte que ce qui y a changé', () => {
    const long = 'Un bureau et un poste de travail dans la résidence administrative. '.repeat(8)
    const [avant, apres] = extraitsDifferents(`${long}Le lundi. ${long}`, `${long}Le mardi. ${long}`)
    expect(avant).toMatch(/^… .*Le lundi\..* …$/)
    expect(apres).toMatch(/^… .*Le mardi\..* …$/)
    expect(avant.length).toBeLessThan(200)
    expect(extraitsDifferents('court', 'courts')).toEqual(['court', 'courts'])
    expect(extraitsDifferents(long, `${long}fin`)[1]).toMatch(/fin$/)
  })

  it('écrit une étape par commande, avec sa phrase, son opération et le compte qui l’a faite', async () => {
    const agent = await insertAgent(r)
    const avant = etapes().length
    await r.call(modifierAgent, { id: agent.id, champs: { telephone: '02 99 00 00 01', courriel: 'ines@exemple.fr' } })
    const apres = etapes()
    expect(apres).toHaveLength(avant + 1)
    expect(apres.at(-1)).toMatchObject({ operation: 'agent.modifier', nature: 'normale' })
    expect(apres.at(-1)?.phrase).toBe('Modification de l’agent CARADEC Inès : courriel, téléphone')
    expect(apres.at(-1)?.qui).not.toBe('')
  })

  it('ne garde que les colonnes qui ont changé, avant et après', async () => {
    const agent = await insertAgent(r)
    await r.call(modifierAgent, { id: agent.id, champs: { telephone: '02 99 00 00 01' } })
    expect(derniers(1)).toMatchObject([
      {
        tableNom: 'agent',
        ligneId: agent.id,
        operation: 'U',
        avant: '{"telephone":""}',
        apres: '{"telephone":"02 99 00 00 01"}',
      },
    ])
  })

  it('garde la ligne entière de ce qui est supprimé, octets et réels compris', () => {
    const ligne = {
      id: 'f1',
      nom: 'l’été "à"\n\u0001',
      typeMime: 'image/png',
      contenu: Buffer.from([0, 255, 39, 34]),
      sha256: 'x',
      ajouteAt: '',
    }
    r.sqlite.prepare('INSERT INTO fichier VALUES (@id, @nom, @typeMime, @contenu, @sha256, @ajouteAt)').run(ligne)
    r.sqlite.exec("DELETE FROM fichier WHERE id = 'f1'")
    expect(lireJson(derniers(1)[0]?.avant ?? '')).toEqual(ligne)
    for (const tolerance of [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, 12]) {
      r.sqlite.prepare('UPDATE academie SET toleranceHeures = ?').run(tolerance)
      r.sqlite.prepare('UPDATE academie SET toleranceHeures = 1000').run()
      expect(lireJson(derniers(1)[0]?.avant ?? '')).toEqual({ toleranceHeures: tolerance })
    }
  })

  it('voit ce que REPLACE supprime et ce qu’un changement d’identifiant déplace', () => {
    r.sqlite.exec("INSERT OR REPLACE INTO anneeScolaire VALUES ('2027-2028', '2027-09-02', '2028-08-31')")
    expect(derniers(2).map(({ operation, ligneId }) => [operation, ligneId])).toEqual([
      ['D', '2027-2028'],
      ['I', '2027-2028'],
    ])
    r.sqlite.exec("UPDATE anneeScolaire SET id = '2028-2029' WHERE id = '2027-2028'")
    expect(derniers(2).map(({ operation, ligneId }) => [operation, ligneId])).toEqual([
      ['D', '2027-2028'],
      ['I', '2028-2029'],
    ])
  })

  it('n’écrit rien quand rien ne change, ni quand la commande échoue', async () => {
    const agent = await insertAgent(r)
    const avant = [etapes().length, derniers(1)]
    r.sqlite.prepare('UPDATE agent SET telephone = telephone WHERE id = ?').run(agent.id)
    await expect(r.call(modifierAgent, { id: 'inconnu', champs: { telephone: '' } })).rejects.toThrow()
    await expect(
      r.db.transaction().execute(async (db) => {
        await db.updateTable('agent').set({ grade: 'x' }).execute()
        throw new Error('arrêt')
      }),
    ).rejects.toThrow('arrêt')
    expect([etapes().length, derniers(1)]).toEqual(avant)
  })

  it('met à part ce qu’un autre programme a écrit dans le fichier', async () => {
    const agent = await insertAgent(r)
    const { chemin } = r.context.session.required
    r.context.session.close()
    const sqlite = openRegistre(chemin, '2026-11-22T10:00:00.000Z')
    sqlite.sqlite.exec("UPDATE agent SET grade = 'dehors'")
    sqlite.close()
    const registre = openRegistre(chemin, '2026-11-22T10:00:00.000Z')
    r.context.session.replace(registre, () => undefined)
    await r.call(modifierAgent, { id: agent.id, champs: { telephone: '02 99 00 00 01' } })
    expect(
      etapes()
        .slice(-2)
        .map(({ phrase, nature }) => [phrase, nature]),
    ).toEqual([
      ['Modification hors du logiciel', 'exterieure'],
      ['Modification de l’agent CARADEC Inès : téléphone', 'normale'],
    ])
  })

  it('journalise aussi ce qu’une migration change dans les lignes', async () => {
    await insertAgent(r)
    const version = migrations.length + 1
    const steps = [
      ...migrations,
      {
        version,
        nom: 'essai',
        sql: 'ALTER TABLE agent DROP COLUMN grade; ALTER TABLE agent ADD COLUMN surnom TEXT;',
        donnees: "UPDATE agent SET surnom = 'toto'",
      },
    ]
    migrate(r.sqlite, { backupBeside: null, at: '2027-01-01T00:00:00.000Z', steps })
    expect(etapes().at(-1)).toMatchObject({
      phrase: `Mise au format ${String(version)} du registre`,
      instant: '2027-01-01T00:00:00.000Z',
    })
    expect(derniers(1)).toMatchObject([{ avant: '{"surnom":null}', apres: '{"surnom":"toto"}' }])
  })
})
