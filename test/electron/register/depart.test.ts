import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Departs } from '../../../electron/register/depart'
import { ouvrirRegistreDe } from '../../../electron/register/opening'
import { inPage, readDepart } from '../../../electron/shell/depart'
import { fichierDepart, type Demande } from '../../../shared/depart'
import { compterAgents } from '../../../shared/domain/agent/agent.contract'
import { etatRegistre, fermerRegistre } from '../../../shared/domain/registre/registre.contract'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

let r: TestRegistre
let chemin: string
beforeEach(async () => {
  r = await testRegistre()
  chemin = r.context.session.required.chemin
})
afterEach(() => {
  r.close()
})

const leJour = '2026-11-22'

const agents: Demande = {
  name: compterAgents.name,
  input: { anneeId: '2026-2027' },
  later: false,
}
const etat: Demande = { name: etatRegistre.name, input: {}, later: false }
const ecran = { adresse: '#/agents', demandes: [etat, agents] }

/** A start whose window shows the list of agents. */
function montrer(): Departs {
  const departs = new Departs(r.context, r.dossier)
  departs.note(ecran)
  return departs
}

test('commence par l’écran de la fermeture et par ce que le registre répondait alors', async () => {
  await montrer().close()
  expect(r.context.session.registre).toBeNull()
  expect(readDepart(r.dossier, leJour)).toMatchObject({
    ...ecran,
    valeurs: [{ ouvert: { nom: 'essai' } }, expect.anything()],
  })
})

test('ne garde que l’écran quand le fichier du registre n’est plus celui qui a été fermé', async () => {
  await montrer().close()
  appendFileSync(chemin, ' ')
  expect(readDepart(r.dossier, leJour)).toEqual({ ...ecran, valeurs: null })
})

test('ne garde que l’écran le lendemain : ce qui se comptait depuis hier ne vaut plus', async () => {
  await montrer().close()
  expect(readDepart(r.dossier, '2026-11-23')).toEqual({ ...ecran, valeurs: null })
})

test('ne garde que l’écran quand la dernière session n’a pas été fermée', () => {
  montrer()
  expect(readDepart(r.dossier, leJour)).toEqual({ ...ecran, valeurs: null })
})

test('répond d’avance, une fois chacune, aux questions du dernier écran après un arrêt brutal', async () => {
  montrer()
  const second = new Departs(r.context, r.dossier)
  second.prepare()
  expect(await second.take(agents.name, agents.input)).toMatchObject({ ok: true })
  expect(await second.take(etat.name, {})).toMatchObject({ ok: true, value: { ouvert: { nom: 'essai' } } })
  expect(await second.take(etat.name, {})).toBeUndefined()
  second.prepare()
  second.forget()
  expect(await second.take(agents.name, agents.input)).toBeUndefined()
})

test('ne commence par rien après une session sans registre', async () => {
  const departs = montrer()
  r.context.session.close()
  await departs.close()
  expect(existsSync(join(r.dossier, fichierDepart))).toBe(false)
  expect(readDepart(r.dossier, leJour)).toBeNull()
  ouvrirRegistreDe(r.context, chemin)
})

test('ne retient ni une commande, ni une saisie qui n’est pas un écran', async () => {
  const departs = new Departs(r.context, r.dossier)
  departs.note({ adresse: 12 })
  departs.note({ ...ecran, demandes: [{ name: fermerRegistre.name, input: {}, later: false }, etat] })
  departs.prepare()
  expect(await departs.take(fermerRegistre.name, {})).toBeUndefined()
  expect(r.context.session.registre).not.toBeNull()
  expect(JSON.parse(readFileSync(join(r.dossier, fichierDepart), 'utf8'))).toMatchObject({ demandes: [etat] })
})

test.each(['', '{"a":1}', '[]', 'null'])('ne lit pas un fichier de départ qui n’en est pas un : « %s »', (contenu) => {
  writeFileSync(join(r.dossier, fichierDepart), contenu)
  const departs = new Departs(r.context, r.dossier)
  departs.prepare()
  expect(departs.take(etat.name, {})).toBeUndefined()
  expect(readDepart(r.dossier, leJour)).toBeNull()
})

test('s’écrit dans la page sans pouvoir en fermer le bloc', () => {
  const texte = inPage({ adresse: '#/</script><script>', demandes: [], valeurs: null })
  expect(texte).not.toContain('<')
  expect(JSON.parse(texte)).toEqual({ adresse: '#/</script><script>', demandes: [], valeurs: null })
})
