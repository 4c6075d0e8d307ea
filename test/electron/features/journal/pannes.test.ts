import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alleger, allegerAnciennes, tailles } from '../../../../electron/database/journal/allegement'
import { openRegistre } from '../../../../electron/database/open'
import { arreterBilan } from '../../../../shared/domain/bilan/bilan.contract'
import { creerAgent, modifierAgent } from '../../../../shared/domain/agent/agent.contract'
import {
  allegerJournal,
  annulerEtape,
  historiqueFiche,
  listerJournal,
  restaurerFiche,
} from '../../../../shared/domain/journal/journal.contract'
import { changerEtatLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { signerLettres } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { verifierRegistre } from '../../../../shared/domain/registre/registre.contract'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { insertEtablissement } from '../../../helpers/etablissement'
import { commeImport, inserterEtablissements } from '../../../helpers/journal'
import { insertLettreASigner, insertLieu } from '../../../helpers/lettre-registre'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const changer = (id: string, telephone: string) => r.call(modifierAgent, { id, champs: { telephone } })
const constatsDuJournal = async () =>
  (await r.call(verifierRegistre, {})).constats.filter(({ objet }) => objet === 'Journal').map(({ message }) => message)
/** Closes and opens again: what is done at closing is done. */
function rouvrir(): void {
  const { chemin } = r.context.session.required
  r.context.session.close()
  r.context.session.replace(openRegistre(chemin, r.context.now()), () => undefined)
}
const derniereSeq = async () => (await r.call(listerJournal, { limite: 1 })).etapes[0]?.seq ?? 0

async function signerUneLettre(): Promise<void> {
  const lieu = await insertLieu(r, '0350001A', 'Lycée Bréquigny')
  const lettreId = await insertLettreASigner(r, { agent: { nom: 'Caradec' }, residenceId: lieu })
  await r.call(changerEtatLettre, { id: lettreId, vers: 'aLaSignature', le: '2026-09-10' })
  await r.call(signerLettres, { ids: [lettreId], le: '2026-09-12' })
}

describe('un journal retouché', () => {
  it('intact, ne donne aucun constat', async () => {
    const { id } = await insertAgent(r)
    await changer(id, '02 99 00 00 01')
    await r.call(annulerEtape, {})
    expect(await constatsDuJournal()).toEqual([])
  })

  it.each([
    [
      'une valeur d’avant',
      `UPDATE changement SET avant = replace(avant, '""', '"02 99 00 00 09"') WHERE seq = (SELECT max(seq) FROM changement)`,
    ],
    [
      'un octet d’une empreinte',
      `UPDATE etape SET empreinte = CAST(x'00' || substr(empreinte, 2) AS BLOB) WHERE seq = (SELECT max(seq) FROM etape)`,
    ],
    ['une phrase', `UPDATE etape SET phrase = 'Rien' WHERE seq = (SELECT max(seq) FROM etape)`],
    ['un auteur', `UPDATE etape SET qui = 'autre' WHERE seq = 1`],
    ['un changement effacé', `DELETE FROM changement WHERE seq = 3`],
    ['une étape effacée', `DELETE FROM etape WHERE seq = 2`],
    ['la dernière étape effacée', `DELETE FROM etape WHERE seq = (SELECT max(seq) FROM etape)`],
    [
      'deux étapes échangées',
      `UPDATE etape SET seq = -1 WHERE seq = 2; UPDATE etape SET seq = 2 WHERE seq = 3; UPDATE etape SET seq = 3 WHERE seq = -1`,
    ],
    [
      'deux changements échangés',
      `UPDATE changement SET seq = -1 WHERE seq = 2; UPDATE changement SET seq = 2 WHERE seq = 3; UPDATE changement SET seq = 3 WHERE seq = -1`,
    ],
    [
      'un octet d’une valeur',
      `UPDATE changement SET apres = replace(apres, '01', '02') WHERE seq = (SELECT max(seq) FROM changement)`,
    ],
    ['la fiche d’un changement', `UPDATE fichePistee SET ligneId = ligneId || 'x' WHERE num = 2`],
    ['la table d’un changement', `UPDATE fichePistee SET tableNom = 'reseau' WHERE num = 2`],
    ['une fiche suivie effacée', `DELETE FROM fichePistee WHERE num = 2`],
    ['une étape dite allégée', `UPDATE etape SET allegee = 1 WHERE seq = (SELECT max(seq) FROM etape)`],
  ])('se voit à la vérification : %s', async (_, sql) => {
    const { id } = await insertAgent(r)
    await changer(id, '02 99 00 00 01')
    r.sqlite.exec(sql)
    expect(await constatsDuJournal()).toEqual([
      expect.stringMatching(/^Le journal a été (modifié|coupé) après coup.*étape \d+/u),
    ])
  })

  it('dit quelles étapes ont été coupées à la fin, changements compris', async () => {
    const { id } = await insertAgent(r)
    for (const fin of ['1', '2', '3']) await changer(id, `02 99 00 00 0${fin}`)
    const seq = await derniereSeq()
    r.sqlite.exec(
      `DELETE FROM changement WHERE seq >= (SELECT premierChangement FROM etape WHERE seq = ${String(seq - 1)});
       DELETE FROM etape WHERE seq >= ${String(seq - 1)}`,
    )
    expect(await constatsDuJournal()).toEqual([
      expect.stringContaining(`coupé après coup : les étapes ${String(seq - 1)} à ${String(seq)} n’y sont plus`),
    ])
    // What is done afterwards does not hide it: the chain goes on from another end.
    await changer(id, '02 99 00 00 04')
    expect(await constatsDuJournal()).toEqual([
      expect.stringContaining(`les étapes qui suivaient l’étape ${String(seq - 2)} n’y sont plus`),
    ])
  })

  it('voit qu’une ligne a été rattachée à une autre fiche', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id, {})
    expect(await constatsDuJournal()).toEqual([])
    r.sqlite.exec(`UPDATE fichePistee SET parentId = 'autre' WHERE tableNom = 'affectation'`)
    expect(await constatsDuJournal()).toEqual([expect.stringContaining('Le journal a été modifié après coup')])
  })
})

it('garde tout ou rien quand le programme est tué au milieu d’une annulation', { timeout: 60_000 }, async () => {
  await commeImport(r, () => inserterEtablissements(r, 3000))
  const seq = await derniereSeq()
  const { chemin } = r.context.session.required
  r.context.session.close()
  await tuerAuMilieu(chemin, seq)
  r.context.session.replace(openRegistre(chemin, r.context.now()), () => undefined)
  expect(r.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(r.sqlite.prepare('SELECT count(*) FROM etablissement').pluck().get()).toBe(3000)
  expect(await constatsDuJournal()).toEqual([])
  expect(await derniereSeq()).toBe(seq)
  expect(await r.call(annulerEtape, {})).toMatchObject({ fait: true, fiches: 3000 })
})

/** Another process begins the undo, and is killed with -9 when it has done half of it. */
function tuerAuMilieu(chemin: string, seq: number): Promise<void> {
  const script = fileURLToPath(new URL('../../../helpers/annulation-tuee.mjs', import.meta.url))
  const enfant = spawn(process.execPath, [script, chemin, String(seq)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let tue = false
    enfant.stdout.on('data', (texte: Buffer) => {
      if (!texte.toString().includes('milieu')) return
      tue = true
      enfant.kill('SIGKILL')
    })
    enfant.on('exit', () => {
      if (tue) resolve()
      else reject(new Error('the undo was not interrupted'))
    })
  })
}

describe('un établissement fermé depuis', () => {
  it('est dit quand on restaure la version qui s’y rapporte', async () => {
    const etablissement = await insertEtablissement(r, {})
    const { id: agentId } = await insertAgent(r)
    const { id } = await insertAffectation(r, agentId, { residenceId: etablissement.id })
    await r.db.updateTable('affectation').set({ residenceId: null }).where('id', '=', id).execute()
    await r.db
      .updateTable('etablissement')
      .set({ etat: 'ferme', fermeLe: '2026-08-31' })
      .where('id', '=', etablissement.id)
      .execute()
    const versions = await r.call(historiqueFiche, { table: 'affectation', id })
    const creation = versions.find(({ genre }) => genre === 'creation')
    const { avertissements } = await r.call(restaurerFiche, {
      table: 'affectation',
      id,
      champ: 'residenceId',
      etapeSeq: creation?.etape.seq ?? 0,
    })
    expect(avertissements).toEqual([expect.stringContaining('est fermé depuis le 31/08/2026')])
  })
})

describe('l’allègement', () => {
  it('oublie ce qui s’est défait, garde les phrases, et la chaîne reste vérifiable', async () => {
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    await changer(id, '02 99 00 00 01')
    await r.call(annulerEtape, {})
    await changer(id, '02 99 00 00 02')
    const { sqlite, journal } = r.context.session.required
    expect(alleger(sqlite, journal, { avant: '9999', now: r.context.now })).toHaveLength(2)
    expect(await constatsDuJournal()).toEqual([])
    const { etapes } = await r.call(listerJournal, { limite: 5 })
    expect(etapes[0]?.phrase).toMatch(/^Allègement du journal, étapes \d+, \d+$/)
    expect(etapes.filter(({ allegee }) => allegee)).toHaveLength(2)
    await r.call(annulerEtape, {})
    expect((await r.db.selectFrom('agent').select('telephone').executeTakeFirstOrThrow()).telephone).toBe('')
  })

  it('oublie à la fermeture ce qui s’est défait avant le délai du réglage', async () => {
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    await changer(id, '02 99 00 00 01')
    await r.call(annulerEtape, {})
    await changer(id, '02 99 00 00 02')
    const { sqlite, journal } = r.context.session.required
    const dans = (jours: number) => (): string =>
      new Date(Date.parse(r.context.now()) + jours * 86_400_000).toISOString()
    expect(allegerAnciennes(sqlite, journal, dans(399))).toEqual([])
    expect(allegerAnciennes(sqlite, journal, dans(401))).toHaveLength(2)
    expect(await constatsDuJournal()).toEqual([])
  })

  it.each([
    ['un bilan arrêté', () => r.call(arreterBilan, { anneeId: '2026-2027' })],
    ['une lettre signée', () => signerUneLettre()],
  ])('n’oublie jamais ce sur quoi s’appuie %s', async (_, figer) => {
    const { id } = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    await changer(id, '02 99 00 00 01')
    const seq = await derniereSeq()
    await figer()
    expect(await r.call(annulerEtape, { etapeSeq: seq })).toMatchObject({ fait: true })
    await changer(id, '02 99 00 00 02')
    const { sqlite, journal } = r.context.session.required
    expect(alleger(sqlite, journal, { avant: '9999', now: r.context.now })).toEqual([])
  })

  it('n’oublie ni le plus récent, ni ce qui est plus jeune que le réglage', async () => {
    const { id } = await insertAgent(r)
    await changer(id, '02 99 00 00 01')
    await r.call(annulerEtape, {})
    const { sqlite, journal } = r.context.session.required
    expect(alleger(sqlite, journal, { avant: '9999', now: r.context.now })).toEqual([])
    await changer(id, '02 99 00 00 02')
    expect(await r.call(allegerJournal, {})).toMatchObject({ etapes: 0 })
  })

  it(
    'après dix imports de 5 000 lignes et dix annulations, le fichier fait au plus trois fois ses données',
    { timeout: 120_000 },
    async () => {
      await commeImport(r, () => inserterEtablissements(r, 5000))
      const update = r.sqlite.prepare('UPDATE etablissement SET nombreEleves = nombreEleves + 1, annuaireLe = ?')
      for (let tour = 0; tour < 10; tour += 1) {
        await commeImport(r, () => update.run(`2026-10-${String(10 + tour)}`))
        expect(await r.call(annulerEtape, {})).toMatchObject({ fait: true, fiches: 5000 })
      }
      await r.call(modifierAgent, { id: (await insertAgent(r)).id, champs: { grade: 'x' } })
      rouvrir()
      const { fichier, donnees } = tailles(r.sqlite)
      expect(fichier / donnees).toBeLessThanOrEqual(3)
      expect(await derniereSeq()).toBeGreaterThan(20)
    },
  )

  it(
    'rend aussi la place de dix imports de lignes nouvelles, tous annulés sauf le dernier',
    { timeout: 120_000 },
    async () => {
      for (let tour = 0; tour < 11; tour += 1) {
        await commeImport(r, () => inserterEtablissements(r, 5000, tour * 5000))
        if (tour < 10) await r.call(annulerEtape, {})
      }
      const { id } = await insertAgent(r)
      await changer(id, '02 99 00 00 01')
      await r.call(annulerEtape, {})
      rouvrir()
      const { fichier, donnees } = tailles(r.sqlite)
      expect(fichier / donnees).toBeLessThanOrEqual(3)
      expect(await constatsDuJournal()).toEqual([])
    },
  )
})
