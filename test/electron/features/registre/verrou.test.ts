import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProcessContext } from '../../../../electron/register/context'
import { fermerRegistre, ouvrirRegistre } from '../../../../shared/domain/registre/registre.contract'
import { callOperation, testContext } from '../../../helpers/registre'
import { autreProcessus, contenuDe, refusDe, registreFerme, sha256 } from '../../../helpers/registre-fichier'

let registre: { dossier: string; chemin: string }
let context: ProcessContext
beforeEach(async () => {
  registre = await registreFerme()
  context = testContext(mkdtempSync(join(tmpdir(), 'registre-application-')))
})
afterEach(() => {
  context.session.close()
  rmSync(registre.dossier, { recursive: true, force: true })
})

const ouvrir = () => callOperation(context, ouvrirRegistre, { jeton: context.files.grant(registre.chemin).jeton })
const verrou = () => `${registre.chemin}.verrou`
const poserVerrou = (pid: number, poste = hostname()) => {
  writeFileSync(
    verrou(),
    JSON.stringify({ pid, poste, utilisateur: 'ines.caradec', depuisAt: '2026-11-22T08:00:00.000Z' }),
  )
}

describe('un registre ouvert ailleurs', () => {
  it('est refusé tant qu’un autre processus le tient, en disant qui ; puis s’ouvre dès qu’il le rend', async () => {
    const autre = await autreProcessus('tenir', registre.chemin)
    const avant = sha256(registre.chemin)
    try {
      expect(await refusDe(ouvrir())).toMatchObject({
        code: 'conflict',
        message: `Le registre « suivi.mlds » est déjà ouvert par ${userInfo().username} sur cet ordinateur. Fermez-le là-bas, puis réessayez ; rien n’a été modifié.`,
      })
      expect(sha256(registre.chemin)).toBe(avant)
      expect(JSON.parse(readFileSync(verrou(), 'utf8'))).toMatchObject({ pid: autre.processus.pid })
    } finally {
      await autre.tuer()
    }
    expect(await ouvrir()).toMatchObject({ nom: 'suivi' })
  })

  it('nomme l’autre ordinateur', async () => {
    poserVerrou(1, 'PC-DSDEN-35')
    expect((await refusDe(ouvrir())).message).toContain('par ines.caradec sur l’ordinateur « PC-DSDEN-35 »')
  })
})

describe('un verrou laissé là', () => {
  it('par un processus mort est repris', async () => {
    const mort = spawnSync(process.execPath, ['-e', ''])
    poserVerrou(mort.pid)
    await ouvrir()
    expect(JSON.parse(readFileSync(verrou(), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('par un autre ordinateur qui ne donne plus signe depuis dix minutes est repris', async () => {
    poserVerrou(1, 'PC-DSDEN-35')
    const ilYADixMinutes = new Date(Date.now() - 10 * 60_000)
    utimesSync(verrou(), ilYADixMinutes, ilYADixMinutes)
    expect(await ouvrir()).toMatchObject({ nom: 'suivi' })
  })

  it('avant que l’ordinateur redémarre est repris, même si son numéro est celui d’un autre programme', async () => {
    poserVerrou(process.ppid)
    expect((await refusDe(ouvrir())).code).toBe('conflict')
    const ilYADixMinutes = new Date(Date.now() - 10 * 60_000)
    utimesSync(verrou(), ilYADixMinutes, ilYADixMinutes)
    expect(await ouvrir()).toMatchObject({ nom: 'suivi' })
  })

  it.runIf(process.platform === 'linux')(
    'par un processus fini dont rien n’a encore pris acte est repris',
    async () => {
      // The second command takes the shell's place: it never learns that the first one ended.
      const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 20'])
      try {
        const [dit] = (await once(parent.stdout, 'data')) as [Buffer]
        const pid = Number(String(dit))
        const etat = (): string => readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        await expect.poll(etat).toContain(') Z ')
        poserVerrou(pid)
        expect(await ouvrir()).toMatchObject({ nom: 'suivi' })
      } finally {
        parent.kill()
      }
    },
  )

  it('et illisible est repris', async () => {
    writeFileSync(verrou(), 'pas un verrou')
    expect(await ouvrir()).toMatchObject({ nom: 'suivi' })
  })
})

describe('fermer un registre', () => {
  it('rend le verrou et ne laisse que le fichier, complet', async () => {
    await ouvrir()
    expect(existsSync(verrou())).toBe(true)
    await callOperation(context, fermerRegistre, {})
    expect(Object.keys(contenuDe(registre.dossier))).toEqual(['suivi.mlds'])
  })
})

describe('un arrêt brutal', () => {
  it('ne perd aucune ligne annoncée comme écrite', async () => {
    const autre = await autreProcessus('ecrire', registre.chemin)
    await autre.dit(200)
    await autre.tuer()
    const annoncees = autre.lignes.slice(1).map((rang) => `ecrit-${rang}`)
    await ouvrir()
    const gardees = new Set(context.session.required.sqlite.prepare('SELECT id FROM anneeScolaire').pluck().all())
    expect(annoncees.length).toBeGreaterThanOrEqual(199)
    expect(annoncees.filter((id) => !gardees.has(id))).toEqual([])
    expect(context.session.required.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
