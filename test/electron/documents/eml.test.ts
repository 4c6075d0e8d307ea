import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { ecrireEml, type MessageDecrit } from '../../../electron/documents/eml'
import { estAdresseElectronique } from '../../../shared/adresse-electronique'
import { lireEml } from '../../helpers/courrier'

const message = (change: Partial<MessageDecrit> = {}): MessageDecrit => ({
  de: { nom: 'Coordination académique', adresse: 'mlds@ac-exemple.fr' },
  a: [{ nom: 'Nadège Hamon-d’Œuvre', adresse: 'nadege.hamon@ac-exemple.fr' }],
  objet: 'Votre lettre de mission 2026-2027 – Nadège HAMON, coordonnatrice « MLDS » du réseau FOQUALE de Rennes Sud',
  corps: 'Madame,\n\nÀ signer : œuvre, 80 %.\n',
  pieces: [
    {
      nom: 'HAMON Nadège - Lettre de mission 2026-2027 - coordonnatrice MLDS (réseau d’Œuvre-sur-Vilaine, 100 %).pdf',
      type: 'application/pdf',
      contenu: new Uint8Array(1000).map((_octet, rang) => rang % 256),
    },
  ],
  le: '2026-11-22T10:00:00.000Z',
  cle: '0199-clé',
  ...change,
})

describe('un brouillon de courriel', () => {
  it('s’ouvre prêt à envoyer, et se relit tel qu’il a été écrit', () => {
    const ecrit = message()
    const { enTetes, texte, pieces } = lireEml(ecrireEml(ecrit))
    expect(enTetes).toMatchObject({
      'x-unsent': '1',
      from: 'Coordination académique <mlds@ac-exemple.fr>',
      to: 'Nadège Hamon-d’Œuvre <nadege.hamon@ac-exemple.fr>',
      subject: ecrit.objet,
      date: 'Sun, 22 Nov 2026 10:00:00 +0000',
      'mime-version': '1.0',
    })
    expect(texte).toBe(ecrit.corps.replaceAll('\n', '\r\n'))
    expect(pieces.map(({ nom, type }) => [nom, type])).toEqual([[ecrit.pieces[0]?.nom, 'application/pdf']])
    expect(new Uint8Array(pieces[0]?.contenu ?? [])).toEqual(ecrit.pieces[0]?.contenu)
  })

  it('n’a que des lignes courtes, en ASCII, finies par CRLF', () => {
    const brut = Buffer.from(ecrireEml(message())).toString('latin1')
    const lignes = brut.split('\r\n')
    expect(lignes.join('')).not.toMatch(/[\r\n]/u)
    expect(brut).toMatch(/^[\x20-\x7E\r\n]*$/u)
    expect(
      Math.max(...lignes.filter((ligne) => !ligne.startsWith(' name=')).map(({ length }) => length)),
    ).toBeLessThanOrEqual(78)
  })

  it('sans adresse connue, n’a ni expéditeur ni destinataire', () => {
    const { enTetes } = lireEml(ecrireEml(message({ de: null, a: [], pieces: [] })))
    expect(Object.keys(enTetes)).toEqual(['x-unsent', 'subject', 'date', 'mime-version', 'content-type'])
  })

  it('ne laisse pas un objet ou un nom ajouter un en-tête', () => {
    const { enTetes } = lireEml(
      ecrireEml(
        message({ objet: 'Rappel\r\nBcc: autre@exemple.fr', a: [{ nom: 'A\r\nBcc: b@c.fr', adresse: 'a@b.fr' }] }),
      ),
    )
    expect(enTetes['bcc']).toBeUndefined()
    expect(enTetes['subject']).toBe('Rappel Bcc: autre@exemple.fr')
  })

  it('est lu de même par le module email de Python', ({ skip }) => {
    const ecrit = message()
    const programme = [
      'import sys, json, email, email.policy',
      'm = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)',
      'corps = m.get_body().get_content()',
      'pieces = [[p.get_filename(), len(p.get_content())] for p in m.iter_attachments()]',
      'print(json.dumps([m["Subject"], m["To"].addresses[0].display_name, m["To"].addresses[0].addr_spec, corps, pieces, [str(d) for d in m.defects]]))',
    ].join('\n')
    if (spawnSync('python3', ['--version']).status !== 0) return skip('python3 is not on this machine')
    const { status, stdout } = spawnSync('python3', ['-I', '-c', programme], { input: ecrireEml(ecrit) })
    expect(status).toBe(0)
    expect(JSON.parse(stdout.toString('utf8'))).toEqual([
      ecrit.objet,
      ecrit.a[0]?.nom,
      ecrit.a[0]?.adresse,
      ecrit.corps.replaceAll('\n', '\r\n'),
      [[ecrit.pieces[0]?.nom, 1000]],
      [],
    ])
  })
})

describe('une adresse électronique', () => {
  it.each([
    ['nadege.hamon@ac-rennes.fr', true],
    ['ce.0350001A@ac-rennes.fr', true],
    ['', false],
    ['sans arobase', false],
    ['a@b', false],
    ['deux@ac.fr; trois@ac.fr', false],
    ['nadège@ac-rennes.fr', false],
    ['a@b.fr\r\nBcc: c@d.fr', false],
  ])('« %s » : %s', (texte, attendu) => {
    expect(estAdresseElectronique(texte)).toBe(attendu)
  })
})
