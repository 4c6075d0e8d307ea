import { CloseButton, TextInput } from '@mantine/core'
import { IconArrowLeft, IconBook, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { listeDesRaccourcis } from '../commandes/raccourcis'
import { executer } from '../commandes/executer'
import { chercherSigles, type Sigle } from '../glossaire/sigles'
import glossaireClasses from '../glossaire/glossaire.module.css'
import { montrerAide, type AideMontree } from './etat'
import { Markdown } from './markdown'
import { chercherPages, pageDeLEcran, pageNommee } from './pages'
import classes from './aide.module.css'

interface VoletProps {
  montree: AideMontree
  /** Address of the present screen, as its route declares it. */
  ecran: string
}

/** The help beside the screen that it explains: what is read stays in sight while one works. */
export default function VoletAide({ montree, ecran }: VoletProps) {
  const [saisie, setSaisie] = useState('')
  const [passees, setPassees] = useState<AideMontree[]>([])
  const titre = useRef<HTMLHeadingElement>(null)
  const page = montree.page === null ? pageDeLEcran(ecran) : pageNommee(montree.page)
  const ancre = montree.page === null ? undefined : montree.ancre
  useEffect(() => {
    const cible = ancre === undefined ? null : document.getElementById(`aide-${ancre}`)
    cible?.scrollIntoView({ block: 'start' })
    ;(cible ?? titre.current)?.focus()
  }, [page, ancre])
  // Another page is asked for from elsewhere (Ctrl + K, a menu): what was being looked for is left.
  useEffect(() => setSaisie(''), [montree])
  const aller = (suivante: AideMontree): void => {
    setPassees([...passees, montree])
    setSaisie('')
    montrerAide(suivante)
  }
  const revenir = (): void => {
    const precedente = passees.at(-1)
    setPassees(passees.slice(0, -1))
    if (precedente) montrerAide(precedente)
  }
  const onPage = (nom: string, ancre: string | undefined): void =>
    aller(ancre === undefined ? { page: nom } : { page: nom, ancre })
  const cherche = saisie.trim() !== ''
  return (
    <aside
      className={classes.volet}
      aria-label="Aide"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        montrerAide(null)
      }}
    >
      <div className={classes.tete}>
        <button type="button" className={classes.outil} onClick={revenir} disabled={passees.length === 0}>
          <IconArrowLeft size={16} aria-hidden /> Retour
        </button>
        <button type="button" className={classes.outil} onClick={() => aller({ page: 'sommaire' })}>
          <IconBook size={16} aria-hidden /> Sommaire
        </button>
        <CloseButton aria-label="Fermer l’aide" onClick={() => montrerAide(null)} />
      </div>
      <TextInput
        className={classes.recherche ?? ''}
        type="search"
        aria-label="Chercher dans l’aide"
        placeholder="Chercher dans l’aide…"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={saisie}
        onChange={({ currentTarget }) => setSaisie(currentTarget.value)}
      />
      <div className={classes.corps} tabIndex={0} role="region" aria-label={cherche ? 'Pages trouvées' : 'Page d’aide'}>
        {cherche ? (
          <Trouvees saisie={saisie} onPage={onPage} />
        ) : (
          <>
            <h2 className={classes.titre} tabIndex={-1} ref={titre}>
              {page?.titre ?? 'Cette page d’aide manque'}
            </h2>
            {page ? (
              <Markdown texte={page.texte} onPage={onPage} />
            ) : (
              <p>
                Aucune page n’explique cet écran pour l’instant.{' '}
                <button type="button" className={classes.lien} onClick={() => aller({ page: 'sommaire' })}>
                  Ouvrir le sommaire de l’aide
                </button>
              </p>
            )}
            {page?.nom === 'raccourcis' && <Raccourcis />}
            {page?.nom === 'glossaire' && <Glossaire />}
            {page?.nom === 'sommaire' && (
              <p>
                <button type="button" className={classes.lien} onClick={() => executer('visite')}>
                  Faire la visite de deux minutes
                </button>
              </p>
            )}
          </>
        )}
      </div>
    </aside>
  )
}

function Trouvees({ saisie, onPage }: { saisie: string; onPage: (nom: string, ancre: undefined) => void }) {
  const trouvees = chercherPages(saisie)
  const sigles = chercherSigles(saisie)
  if (trouvees.length + sigles.length === 0) {
    return <p role="status">Rien dans l’aide ne répond à «&nbsp;{saisie.trim()}&nbsp;».</p>
  }
  return (
    <>
      <ul className={classes.trouvees}>
        {trouvees.map(({ page, extrait }) => (
          <li key={page.nom}>
            <button type="button" className={classes.lien} onClick={() => onPage(page.nom, undefined)}>
              {page.titre}
            </button>
            <p>{extrait}</p>
          </li>
        ))}
      </ul>
      {sigles.length > 0 && <Definitions sigles={sigles.slice(0, 6)} />}
    </>
  )
}

function Raccourcis() {
  return listeDesRaccourcis().map(({ titre, raccourcis }) => (
    <section key={titre} aria-label={titre}>
      <h3>{titre}</h3>
      <table>
        <tbody>
          {raccourcis.map(({ libelle, touches }) => (
            <tr key={libelle}>
              <th scope="row">{libelle}</th>
              <td>
                <kbd>{touches}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
}

/** Every acronym, narrowed as one types. */
function Glossaire() {
  const [saisie, setSaisie] = useState('')
  const trouves = chercherSigles(saisie)
  return (
    <>
      <TextInput
        label="Chercher un sigle ou un mot"
        value={saisie}
        onChange={({ currentTarget }) => setSaisie(currentTarget.value)}
      />
      {trouves.length === 0 ? <p role="status">Aucun sigle ne répond.</p> : <Definitions sigles={trouves} />}
    </>
  )
}

function Definitions({ sigles }: { sigles: readonly Sigle[] }) {
  return (
    <dl className={glossaireClasses.liste}>
      {sigles.map(({ sigle, developpe, definition }) => (
        <div key={sigle}>
          <dt>{sigle}</dt>
          <dd>
            <span className={glossaireClasses.developpe}>{developpe}</span>. {definition}
          </dd>
        </div>
      ))}
    </dl>
  )
}
